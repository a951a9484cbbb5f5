package org.diachi.drainage.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.diachi.drainage.TestNetwork;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkRules;
import org.junit.jupiter.api.Test;

/** One small network for each fault, which has that finding and no other. */
class NetworkCheckTest {

    private static final String SOUND = """
            a A B 9 8
            b B O 8 7
            """;

    private static List<String> check(Network network) {
        return NetworkCheck.of(network, 9214).stream()
                .map(finding -> finding.rule().label() + " " + finding.id())
                .toList();
    }

    private static List<String> check(String nodes, String links) {
        return check(new TestNetwork(nodes).links(links).build());
    }

    @Test
    void aSoundNetworkHasNoFinding() {
        assertThat(check("A B O", SOUND)).isEmpty();
    }

    @Test
    void idsStandForOneThing() {
        assertThat(check("A B O A", SOUND)).containsExactly("duplicate-node A");
    }

    @Test
    void twoLinksOfOneId() {
        assertThat(check("A B O C", SOUND + "a C B 9 8")).containsExactly("duplicate-link a");
    }

    @Test
    void twoLinksAlongOneLine() {
        assertThat(check("A B O", SOUND + "c A B 9 8")).containsExactly("same-line c");
    }

    @Test
    void endsThatAreNotThere() {
        assertThat(check("A B O", SOUND + "c B - 9 8")).containsExactly("missing-end c");
        assertThat(check("A B O", SOUND + "c B Z 9 8")).containsExactly("unknown-node c");
        assertThat(check("A B O", SOUND + "c B B 9 9")).containsExactly("self-loop c");
    }

    @Test
    void nodesWithoutLinks() {
        assertThat(check("A B O D", SOUND)).containsExactly("isolated-node D");
    }

    @Test
    void waterThatFlowsBack() {
        assertThat(check("A B O", """
                a A B 9 8
                b B O 7 8
                """)).containsExactly("uphill b");
    }

    @Test
    void waterThatFlowsInACircle() {
        assertThat(check("A B C O", """
                a A B
                b B C
                c C A
                d C O
                """)).containsExactly("loop a");
    }

    @Test
    void waterThatGoesNowhere() {
        assertThat(check("A B C O", SOUND + "c B C")).containsExactly("dead-end c");
    }

    @Test
    void partsWithoutOutfall() {
        assertThat(check("A B O C D", SOUND + "c C D")).containsExactly("disconnected c");
    }

    @Test
    void aPartThatIsCutOffByABrokenEndIsNotFoundTwice() {
        assertThat(check("A B O C D", SOUND + "c C D\nd D Z")).containsExactly("unknown-node d");
    }

    @Test
    void withoutIdsEndsThatMeetNothingAreFound() {
        Network network = new TestNetwork("A B O").links("""
                        a A B
                        b B O
                        c B -
                        """).build(new NetworkRules(0.5, 1.5, Set.of("outfall")));

        assertThat(check(network)).containsExactly("dangling-end c", "dead-end c");
    }
}
