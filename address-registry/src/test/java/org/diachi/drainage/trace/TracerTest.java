package org.diachi.drainage.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.diachi.drainage.TestNetwork;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkRules;
import org.junit.jupiter.api.Test;

/** From simple to hard: chains, branches, stops, breaks, loops, geometry. */
class TracerTest {

    /** A and A1 meet in B; from there over the pump P to the outfall O. B also spills over a weir to the outfall O1. */
    private static final Network TREE =
            new TestNetwork("A A1 B P O O1").links("""
                    a A B 9 8
                    b A1 B 9 8
                    c B P 8 7
                    d P O 7 6
                    e B O1 8 5
                    """).build();

    private static Trace trace(Network network, Start start, Direction direction, String... stops) {
        return new Tracer(network).trace(start, direction, Set.of(stops));
    }

    private static Start node(Network network, String id) {
        return Start.node(network.findNode(id).orElseThrow());
    }

    private static Start link(Network network, String id) {
        return Start.link(network.findLink(id).orElseThrow());
    }

    private static String links(Trace trace) {
        return TestNetwork.linkNames(trace.network(), trace.links());
    }

    private static String nodes(Trace trace) {
        return TestNetwork.names(trace.network(), trace.nodes());
    }

    private static List<String> breaks(Trace trace) {
        return trace.breaks().stream().map(end -> end.reason().label()).toList();
    }

    @Test
    void downstreamGoesEverywhereThatWaterMayReach() {
        Trace trace = trace(TREE, node(TREE, "A"), Direction.DOWNSTREAM);

        assertThat(links(trace)).isEqualTo("a c d e");
        assertThat(nodes(trace)).isEqualTo("A B O O1 P");
        assertThat(TestNetwork.names(TREE, trace.outfalls())).isEqualTo("O O1");
        assertThat(trace.isComplete()).isTrue();
    }

    @Test
    void upstreamGoesWhereverWaterComesFrom() {
        Trace trace = trace(TREE, node(TREE, "P"), Direction.UPSTREAM);

        assertThat(links(trace)).isEqualTo("a b c");
        assertThat(nodes(trace)).isEqualTo("A A1 B P");
        assertThat(trace.isComplete()).isTrue();
    }

    @Test
    void theWayToTheOutfallIsTheShortest() {
        Trace trace = trace(TREE, node(TREE, "A"), Direction.OUTFALL);

        // B to P to O is 1,400 and 100 m the other way round; the weir is 1,300.04 m.
        assertThat(links(trace)).isEqualTo("a e");
        assertThat(nodes(trace)).isEqualTo("A B O1");
    }

    @Test
    void aLinkBelongsToItsOwnTrace() {
        assertThat(links(trace(TREE, link(TREE, "c"), Direction.DOWNSTREAM))).isEqualTo("c d");
        assertThat(links(trace(TREE, link(TREE, "c"), Direction.UPSTREAM))).isEqualTo("a b c");
    }

    @Test
    void stopsAreComeToButNotPassed() {
        Trace trace = trace(TREE, node(TREE, "A"), Direction.DOWNSTREAM, "pump");

        assertThat(links(trace)).isEqualTo("a c e");
        assertThat(TestNetwork.names(TREE, trace.stops())).isEqualTo("P");
        assertThat(trace.isComplete()).isTrue();
        // The start is passed in any case.
        assertThat(links(trace(TREE, node(TREE, "P"), Direction.DOWNSTREAM, "pump")))
                .isEqualTo("d");
    }

    @Test
    void lengthAndVolumeAreThoseOfTheLinks() {
        Totals totals = trace(TREE, link(TREE, "a"), Direction.OUTFALL).totals();

        assertThat(totals.lengthMetres()).isCloseTo(100 + Math.hypot(1300, 10), within(1e-9));
        assertThat(totals.volumeCubicMetres()).isCloseTo(Math.PI / 4 * totals.lengthMetres(), within(1e-9));
        assertThat(totals.linksWithoutVolume()).isZero();
    }

    @Test
    void theProfileRunsWithTheFlowWhicheverWayWasTraced() {
        Profile up = trace(TREE, node(TREE, "P"), Direction.UPSTREAM).profile();
        Profile down = trace(TREE, node(TREE, "A"), Direction.OUTFALL).profile();

        assertThat(up.sections()).extracting(Profile.Section::beginMetres).isSorted();
        assertThat(up.lengthMetres()).isCloseTo(Math.hypot(100, 10) + 1400, within(1e-9));
        assertThat(TREE.node(up.sections().get(0).upperNode()).id()).isEqualTo("A1");
        assertThat(TREE.node(down.sections().get(1).lowerNode()).id()).isEqualTo("O1");
    }

    @Test
    void waterFollowsTheInvertsNotTheOrderOfDigitising() {
        Network network = new TestNetwork("A B O").links("""
                        a B A 8 9
                        b B O 8 8
                        """).build();

        Trace trace = trace(network, node(network, "A"), Direction.DOWNSTREAM);

        assertThat(links(trace)).isEqualTo("a b");
        assertThat(trace.totals().linksAgainst()).isEqualTo(1);
    }

    @Test
    void aTraceSaysWhereItBroke() {
        Network network = new TestNetwork("A B C D O").links("""
                        a A B
                        b B X
                        c B -
                        d B C
                        e B O
                        """).build();

        Trace trace = trace(network, node(network, "A"), Direction.DOWNSTREAM);

        assertThat(trace.isComplete()).isFalse();
        assertThat(breaks(trace)).containsExactlyInAnyOrder("unknown-node", "missing-end", "dead-end");
        assertThat(links(trace)).isEqualTo("a b c d e");
        assertThat(breaks(trace(network, node(network, "D"), Direction.OUTFALL)))
                .containsExactly("dead-end");
        // Beside the way to an outfall nothing is missing.
        assertThat(trace(network, node(network, "A"), Direction.OUTFALL).isComplete())
                .isTrue();
    }

    @Test
    void loopsEnd() {
        Network network = new TestNetwork("A B C D").links("""
                        a A B
                        b B C
                        c C A
                        d D A
                        """).build();

        Trace down = trace(network, node(network, "B"), Direction.DOWNSTREAM);
        Trace fromLink = trace(network, link(network, "b"), Direction.UPSTREAM);

        assertThat(links(down)).isEqualTo("a b c");
        assertThat(down.loops()).isEqualTo(1);
        assertThat(links(fromLink)).isEqualTo("a b c d");
        assertThat(breaks(trace(network, node(network, "B"), Direction.OUTFALL)))
                .containsExactly("no-outfall");
    }

    @Test
    void withoutIdsGeometryTellsWhatIsConnected() {
        Network network = new TestNetwork("A B O").links("""
                        a - B
                        b B O
                        """).build(new NetworkRules(0.5, 1.5, Set.of("outfall")));

        // The beginning of a is drawn 500 m west of A, where there is no node: it becomes one.
        Trace trace = trace(network, node(network, "O"), Direction.UPSTREAM);

        assertThat(links(trace)).isEqualTo("a b");
        assertThat(trace.isComplete()).isTrue();
        assertThat(network.nodes()).hasSize(4);
    }
}
