package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.drainage.check.NetworkCheck;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkBuilder;
import org.diachi.drainage.network.NetworkRules;
import org.diachi.drainage.network.Node;
import org.diachi.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Faults sown in the network of the sample city are found, each once, and no others. */
class SeededFaultsTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static Network sound;

    private List<Node> nodes;
    private List<Link> links;
    private final List<String> sown = new ArrayList<>();

    @BeforeAll
    static void importTheNetwork() {
        Path sample = Path.of("..", "data", "hue", "sample");
        for (String mapping : List.of("drainage-nodes", "drainage-links")) {
            Path read = sample.resolve("mappings").resolve(mapping + ".yaml");
            hue.run(sample.resolve("files").resolve("drainage.gpkg"), Mapping.read(read), false);
        }
        sound = new DrainageNetworks(
                        hue.registry().dataSource(),
                        DrainageSettings.USUAL,
                        hue.registry().profile().storageCrs().epsg())
                .at(TimeView.of(LocalDate.of(2026, 1, 1)))
                .network();
    }

    @BeforeEach
    void begin() {
        nodes = new ArrayList<>(sound.nodes());
        links = new ArrayList<>(sound.links());
    }

    private static List<String> check(Network network) {
        return NetworkCheck.of(network, 9214).stream()
                .map(finding -> finding.rule().label() + " " + finding.id())
                .sorted()
                .toList();
    }

    @Test
    void theSoundNetworkHasNoFinding() {
        assertThat(sound.links()).hasSizeGreaterThan(500);
        assertThat(check(sound)).isEmpty();
    }

    /** Links between manholes with others above and below, no two of them neighbours. */
    private static final List<Integer> victims = new ArrayList<>();

    private static int victim() {
        TreeSet<Integer> used = new TreeSet<>();
        victims.forEach(link -> used.addAll(List.of(sound.from(link), sound.to(link))));
        int found = IntStream.range(0, sound.links().size())
                .map(i -> (i * 47) % sound.links().size())
                .filter(link -> !used.contains(sound.from(link)) && !used.contains(sound.to(link)))
                .filter(link -> sound.incoming(sound.from(link)).length > 0
                        && sound.outgoing(sound.to(link)).length > 0
                        && sound.link(link).lengthMetres() > 10)
                .findFirst()
                .orElseThrow();
        victims.add(found);
        return found;
    }

    private void sow(String rule, UnaryOperator<Link> change) {
        int victim = victim();
        links.set(victim, change.apply(sound.link(victim)));
        sown.add(rule + " " + sound.link(victim).id());
    }

    private static Link with(
            Link link, @Nullable String from, @Nullable String to, double upper, double lower, Geometry shape) {
        return new Link(
                link.feature(),
                link.id(),
                from,
                to,
                "pipe",
                link.section(),
                upper,
                lower,
                Double.NaN,
                shape,
                link.row());
    }

    private static Link withEnds(Link link, @Nullable String from, @Nullable String to) {
        return with(link, from, to, link.fromInvertMetres(), link.toInvertMetres(), link.shape());
    }

    private static Link withShape(Link link, Geometry shape) {
        return with(link, link.from(), link.to(), link.fromInvertMetres(), link.toInvertMetres(), shape);
    }

    private void add(String id, @Nullable String from, @Nullable String to, Geometry shape) {
        links.add(new Link(
                1_000_000 + links.size(),
                id,
                from,
                to,
                "pipe",
                links.get(0).section(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                shape,
                0));
    }

    private void add(String id, double x, double y) {
        nodes.add(new Node(1_000_000 + nodes.size(), id, "manhole", x, y, 5, 2, 0));
    }

    private static Geometry moved(Geometry shape, double east) {
        return AffineTransformation.translationInstance(east, 0).transform(shape);
    }

    @Test
    void twentySownFaultsAreFoundAndNoneInvented() {
        victims.clear();
        for (int i = 0; i < 2; i++) {
            sow("uphill", l -> with(l, l.from(), l.to(), l.toInvertMetres(), l.fromInvertMetres(), l.shape()));
            sow("reversed", l -> withShape(l, l.shape().reverse()));
            sow("ends-elsewhere", l -> withShape(l, moved(l.shape(), 5)));
        }
        sow("missing-end", l -> withEnds(l, null, l.to()));
        sow("missing-end", l -> withEnds(l, l.from(), null));
        sow("unknown-node", l -> withEnds(l, "nowhere", l.to()));
        sow("unknown-node", l -> withEnds(l, l.from(), "nowhere"));
        sow("self-loop", l -> withEnds(l, l.from(), l.from()));
        Link twice = sound.link(victim());
        add(String.valueOf(twice.id()), twice.from(), twice.to(), twice.shape());
        sown.add("duplicate-link " + twice.id());
        Link beside = sound.link(victim());
        add("beside", beside.from(), beside.to(), beside.shape());
        sown.add("same-line beside");
        for (int i = 0; i < 2; i++) {
            Node node = sound.node(sound.from(victim()));
            add(String.valueOf(node.id()), node.x() + 7, node.y());
            sown.add("duplicate-node " + node.id());
        }
        Node below = sound.node(sound.to(victim()));
        add("on-top", below.x(), below.y() + 0.004);
        sown.add("same-place on-top");
        add("alone", below.x() + 5_000, below.y());
        sown.add("isolated-node alone");
        Link back = sound.link(victim());
        add("back", back.to(), back.from(), moved(back.shape().reverse(), 0.5));
        sown.add("loop");
        Node head = sound.node(sound.to(victim()));
        add("sink", head.x() + 20, head.y());
        add("to-sink", head.id(), "sink", line(head.x(), head.y(), head.x() + 20, head.y()));
        sown.add("dead-end to-sink");
        add("far-1", below.x() + 6_000, below.y());
        add("far-2", below.x() + 6_020, below.y());
        add("far", "far-1", "far-2", line(below.x() + 6_000, below.y(), below.x() + 6_020, below.y()));
        sown.add("disconnected far");

        List<String> found = check(new NetworkBuilder(NetworkRules.BY_IDS, nodes, links).build()).stream()
                .map(finding -> finding.startsWith("loop ") ? "loop" : finding)
                .toList();

        assertThat(sown).hasSize(20);
        assertThat(found).containsExactlyInAnyOrderElementsOf(sown);
    }

    private static Geometry line(double... xy) {
        return sound.link(0).shape().getFactory().createLineString(new PackedCoordinateSequence.Double(xy, 2, 0));
    }
}
