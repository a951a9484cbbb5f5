package org.diachi.drainage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diachi.drainage.network.CrossSection;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkBuilder;
import org.diachi.drainage.network.NetworkRules;
import org.diachi.drainage.network.Node;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A network as a test writes it, a line for each link: {@code name from to upperInvert lowerInvert}, with a {@code -} for
 * what is not known. Every node lies a hundred metres east of the node before it in the alphabet of its first letter, and
 * ten north for each number behind it; one whose name begins with O is an outfall, with P a pump.
 */
public final class TestNetwork {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 9214);

    private final List<Node> nodes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /** Nodes by their names, separated by blanks. */
    public TestNetwork(String names) {
        for (String name : names.split(" ", -1)) {
            Coordinate place = place(name);
            String type = name.startsWith("O") ? "outfall" : name.startsWith("P") ? "pump" : "manhole";
            nodes.add(new Node(nodes.size() + 1, name, type, place.x, place.y, 10, 5, nodes.size() + 1));
        }
    }

    private static Coordinate place(String name) {
        double north = name.length() == 1 ? 0 : 10 * Double.parseDouble(name.substring(1));
        return new Coordinate(100 * (name.charAt(0) - 'A'), north);
    }

    /** Adds links, one a line. */
    public TestNetwork links(String lines) {
        for (String line : lines.strip().split("\n", -1)) {
            String[] told = line.strip().split(" +", -1);
            links.add(link(told[0], id(told[1]), id(told[2]), level(told, 3), level(told, 4)));
        }
        return this;
    }

    private Link link(String name, @Nullable String from, @Nullable String to, double upper, double lower) {
        Coordinate begin = from == null ? new Coordinate(-500, 0) : place(from);
        Coordinate end = to == null ? new Coordinate(begin.x + 50, begin.y) : place(to);
        CrossSection section = CrossSection.of("circular", 1000, Double.NaN, Double.NaN);
        return new Link(
                links.size() + 1,
                name,
                from,
                to,
                "pipe",
                section,
                upper,
                lower,
                Double.NaN,
                GEOMETRIES.createLineString(new Coordinate[] {begin, end}),
                links.size() + 1);
    }

    private static @Nullable String id(String told) {
        return told.equals("-") ? null : told;
    }

    private static double level(String[] told, int i) {
        return told.length <= i || told[i].equals("-") ? Double.NaN : Double.parseDouble(told[i]);
    }

    /** The network, by ids. */
    public Network build() {
        return build(NetworkRules.BY_IDS);
    }

    /** The network by some rules. */
    public Network build(NetworkRules rules) {
        return new NetworkBuilder(rules, nodes, links).build();
    }

    /** The names of nodes in alphabetical order, separated by blanks. */
    public static String names(Network network, List<Integer> nodes) {
        return String.join(
                " ",
                nodes.stream().map(node -> network.node(node).name()).sorted().toList());
    }

    /** The names of links in alphabetical order, in lower case, separated by blanks. */
    public static String linkNames(Network network, List<Integer> links) {
        return String.join(
                " ",
                links.stream()
                        .map(link -> network.link(link).name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
