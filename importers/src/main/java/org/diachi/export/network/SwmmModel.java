package org.diachi.export.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.drainage.network.CrossSection;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes a network as input of EPA SWMM 5 (Storm Water Management Model User's Manual Version 5.1, appendix D): junctions,
 * outfalls, conduits in the direction of flow with their sections, coordinates and vertices, in cubic metres a second and
 * metres, offsets as elevations. Rain, runoff and boundary conditions are the modeller's.
 */
public final class SwmmModel {

    /** Manning's n of concrete pipes: the middle of 0.011 to 0.015 (the same manual, table A.8). */
    private static final double USUAL_ROUGHNESS = 0.013;

    private static final double USUAL_DIAMETER_METRES = 0.3;
    private static final double LEAST_LENGTH_METRES = 0.01;

    private final NetworkPart part;
    private final Network network;
    private final SwmmNames nodeNames = new SwmmNames();
    private final SwmmNames linkNames = new SwmmNames();
    private final SwmmNotes notes = new SwmmNotes();
    private final Map<Integer, Integer> inflows = new LinkedHashMap<>();
    private final Map<Integer, Integer> outflows = new LinkedHashMap<>();
    private final List<Integer> conduits = new ArrayList<>();

    private SwmmModel(NetworkPart part) {
        this.part = part;
        this.network = part.network();
    }

    /**
     * Writes a model.
     *
     * @param title its first line
     * @return what was assumed and left out
     */
    public static SwmmNotes write(NetworkPart part, String title, Appendable out) throws IOException {
        SwmmModel model = new SwmmModel(part);
        model.chooseConduits();
        StringBuilder sections = new StringBuilder();
        model.writeNodes(sections);
        model.writeConduits(sections);
        model.writeShapes(sections);
        model.writeHead(title, out);
        out.append(sections);
        return model.notes;
    }

    /** SWMM has no link without two different nodes. */
    private void chooseConduits() {
        for (int link : part.links()) {
            int tail = network.tail(link);
            int head = network.head(link);
            if (tail < 0 || head < 0) {
                notes.count("links left out: an end tells no known node");
            } else if (tail == head) {
                notes.count("links left out: they begin and end at one node");
            } else {
                conduits.add(link);
                outflows.merge(tail, 1, Integer::sum);
                inflows.merge(head, 1, Integer::sum);
            }
        }
    }

    private void writeHead(String title, Appendable out) throws IOException {
        out.append("[TITLE]\n").append(title.replaceAll("\\R", " ")).append('\n');
        for (String note : notes.sentences()) {
            out.append(note).append('\n');
        }
        out.append("""

                [OPTIONS]
                FLOW_UNITS           CMS
                FLOW_ROUTING         DYNWAVE
                LINK_OFFSETS         ELEVATION
                MIN_SLOPE            0
                ALLOW_PONDING        NO
                START_DATE           01/01/2026
                START_TIME           00:00:00
                END_DATE             01/01/2026
                END_TIME             01:00:00
                REPORT_STEP          00:05:00
                WET_STEP             00:05:00
                DRY_STEP             01:00:00
                ROUTING_STEP         0:00:05

                """);
    }

    private void writeNodes(StringBuilder out) {
        StringBuilder outfalls = new StringBuilder(section("OUTFALLS", "Name Elevation Type StageData Gated RouteTo"));
        out.append(section("JUNCTIONS", "Name Elevation MaxDepth InitDepth SurDepth Aponded"));
        for (int node : part.nodes()) {
            double bottom = bottom(node);
            if (isOutfall(node)) {
                outfalls.append(format("%s %.3f FREE NO\n", nodeName(node), bottom));
            } else {
                out.append(format("%s %.3f %.3f 0 0 0\n", nodeName(node), bottom, depth(node, bottom)));
            }
        }
        out.append('\n').append(outfalls).append('\n');
    }

    /** An outfall of SWMM has one link, which ends there. */
    private boolean isOutfall(int node) {
        boolean isLast = outflows.getOrDefault(node, 0) == 0 && inflows.getOrDefault(node, 0) == 1;
        if (network.isOutfall(node)) {
            if (!isLast) {
                notes.count("outfalls written as junctions: SWMM allows one link, which ends there");
            }
            return isLast;
        }
        if (isLast) {
            notes.count("ends of the network written as outfalls: nothing takes their water on");
        }
        return isLast;
    }

    private double bottom(int number) {
        Node node = network.node(number);
        double least = node.invertMetres();
        // A node that is higher than a link in it cannot be: SWMM would raise the link.
        for (int link : conduitsAt(number)) {
            double invert = network.tail(link) == number ? network.upperInvert(link) : network.lowerInvert(link);
            least = Double.isNaN(least) ? invert : Double.isNaN(invert) ? least : Math.min(least, invert);
        }
        if (Double.isNaN(least)) {
            notes.count("nodes at level 0: neither they nor their links tell an invert");
            return 0;
        }
        return least;
    }

    private List<Integer> conduitsAt(int node) {
        List<Integer> all = new ArrayList<>();
        for (int link : network.outgoing(node)) {
            all.add(link);
        }
        for (int link : network.incoming(node)) {
            all.add(link);
        }
        return all;
    }

    private double depth(int number, double bottom) {
        double ground = network.node(number).groundMetres();
        if (Double.isNaN(ground)) {
            notes.count("junctions without depth: their ground level is not known");
            return 0;
        }
        return Math.max(0, ground - bottom);
    }

    private void writeConduits(StringBuilder out) {
        out.append(section("CONDUITS", "Name FromNode ToNode Length Roughness InOffset OutOffset InitFlow MaxFlow"));
        for (int number : conduits) {
            Link link = network.link(number);
            double roughness = link.roughness();
            if (Double.isNaN(roughness)) {
                notes.count("conduits with a roughness of " + USUAL_ROUGHNESS + ": theirs is not known");
                roughness = USUAL_ROUGHNESS;
            }
            out.append(format(
                    "%s %s %s %.3f %.4f %s %s 0 0\n",
                    linkName(number),
                    nodeName(network.tail(number)),
                    nodeName(network.head(number)),
                    Math.max(LEAST_LENGTH_METRES, link.lengthMetres()),
                    roughness,
                    offset(network.upperInvert(number)),
                    offset(network.lowerInvert(number))));
        }
        out.append('\n').append(section("XSECTIONS", "Link Shape Geom1 Geom2 Geom3 Geom4 Barrels"));
        conduits.forEach(number -> out.append(linkName(number))
                .append(' ')
                .append(shape(network.link(number)))
                .append('\n'));
        out.append('\n');
    }

    /** An asterisk stands for the bottom of the node. */
    private static String offset(double invert) {
        return Double.isNaN(invert) ? "*" : format("%.3f", invert);
    }

    private String shape(Link link) {
        CrossSection section = link.section();
        double width = section.widthMetres();
        double height = section.heightMetres();
        if (Double.isNaN(section.areaSquareMetres()) || section.areaSquareMetres() <= 0) {
            notes.count("conduits as circular of " + USUAL_DIAMETER_METRES + " m: their section is not known");
            return format("CIRCULAR %.3f 0 0 0 1", USUAL_DIAMETER_METRES);
        }
        return switch (section.form()) {
            case CIRCULAR -> format("CIRCULAR %.3f 0 0 0 1", height);
            case RECTANGULAR ->
                format(
                        "%s %.3f %.3f 0 0 1",
                        link.type().equals("channel") ? "RECT_OPEN" : "RECT_CLOSED", height, width);
            case ELLIPTICAL ->
                format("%s %.3f %.3f 0 0 1", width >= height ? "HORIZ_ELLIPSE" : "VERT_ELLIPSE", height, width);
            case ARCH -> format("ARCH %.3f %.3f 0 0 1", height, width);
            case EGG -> format("EGG %.3f 0 0 0 1", height);
            case HORSESHOE -> format("HORSESHOE %.3f 0 0 0 1", height);
            case UNKNOWN -> throw new IllegalStateException("A section without a form has no area");
        };
    }

    private void writeShapes(StringBuilder out) {
        out.append(section("COORDINATES", "Node X-Coord Y-Coord"));
        for (int node : part.nodes()) {
            out.append(format(
                    "%s %.3f %.3f\n",
                    nodeName(node), network.node(node).x(), network.node(node).y()));
        }
        out.append('\n').append(section("VERTICES", "Link X-Coord Y-Coord"));
        for (int number : conduits) {
            Geometry shape = network.link(number).shape();
            Coordinate[] points = shape == null ? new Coordinate[0] : shape.getCoordinates();
            for (int i = 1; i < points.length - 1; i++) {
                Coordinate point = points[network.isAgainst(number) ? points.length - 1 - i : i];
                out.append(format("%s %.3f %.3f\n", linkName(number), point.x, point.y));
            }
        }
        out.append('\n');
    }

    private String nodeName(int number) {
        return nodeNames.of(number, network.node(number).name());
    }

    private String linkName(int number) {
        return linkNames.of(number, network.link(number).name());
    }

    private static String section(String name, String columns) {
        return "[" + name + "]\n;;" + columns + "\n";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
