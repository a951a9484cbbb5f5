package org.diachi.rest.drainage;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.trace.Profile;
import org.diachi.drainage.trace.Profile.Section;
import org.diachi.drainage.trace.Trace;

/**
 * Draws a longitudinal profile as SVG: the ground, the pipes between their bottom and top, the nodes, distances and levels
 * in metres. What is not known is left open, never guessed.
 */
final class ProfileDrawing {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 440;
    private static final int LEFT = 64;
    private static final int RIGHT = 56;
    private static final int TOP = 92;
    private static final int BOTTOM = 48;
    private static final int LABEL_WIDTH = 20;
    private static final int LEVEL_TICKS = 6;
    private static final int DISTANCE_TICKS = 8;

    private final Network network;
    private final Trace trace;
    private final List<Section> sections;
    private final double length;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder(8_000);

    private ProfileDrawing(Trace trace) {
        this.trace = trace;
        this.network = trace.network();
        Profile profile = trace.profile();
        this.sections = profile.sections();
        this.length = Math.max(profile.lengthMetres(), 1);
        double[] levels = sections.stream()
                .flatMapToDouble(this::levels)
                .filter(level -> !Double.isNaN(level))
                .sorted()
                .toArray();
        double least = levels.length == 0 ? 0 : levels[0];
        double most = levels.length == 0 ? 1 : levels[levels.length - 1];
        double margin = Math.max(0.25, (most - least) / 20);
        this.low = least - margin;
        this.high = most + margin;
    }

    /** The drawing of a trace's profile. */
    static String of(Trace trace) {
        return new ProfileDrawing(trace).draw();
    }

    private DoubleStream levels(Section section) {
        double upper = network.upperInvert(section.link());
        double lower = network.lowerInvert(section.link());
        double height = height(section);
        return DoubleStream.of(
                upper, lower, upper + height, lower + height, ground(section.upperNode()), ground(section.lowerNode()));
    }

    private double height(Section section) {
        double height = network.link(section.link()).section().heightMetres();
        return Double.isNaN(height) ? 0 : height;
    }

    private double ground(int node) {
        return node < 0 ? Double.NaN : network.node(node).groundMetres();
    }

    private String draw() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"22\" font-size=\"15\" font-weight=\"bold\">%s</text>", LEFT, escape(title()));
        drawLegend();
        drawGrid();
        sections.forEach(this::drawPipe);
        drawGround();
        drawNodes();
        svg.append("</svg>\n");
        return svg.toString();
    }

    private String title() {
        if (sections.isEmpty()) {
            return "Profile: no link to draw";
        }
        return "Profile %s – %s, %.1f m"
                .formatted(
                        name(sections.get(0).upperNode()),
                        name(sections.get(sections.size() - 1).lowerNode()),
                        trace.profile().lengthMetres());
    }

    private String name(int node) {
        return node < 0 ? "?" : network.node(node).name();
    }

    private void drawLegend() {
        int x = WIDTH - 250;
        add(
                "<path d=\"M%d 18h24\" stroke=\"#7a5c2e\" stroke-width=\"2\"/><text x=\"%d\" y=\"22\">ground</text>",
                x, x + 30);
        add(
                "<rect x=\"%d\" y=\"12\" width=\"24\" height=\"10\" fill=\"#9cc7e8\" stroke=\"#1f5f99\"/><text x=\"%d\" y=\"22\">pipe, bottom to top</text>",
                x + 84, x + 114);
    }

    private void drawGrid() {
        double step = step(high - low, LEVEL_TICKS);
        for (double level = Math.ceil(low / step) * step; level <= high; level += step) {
            add(
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT, y(level), WIDTH - RIGHT, LEFT - 6, y(level) + 4, number(level, step));
        }
        double along = step(length, DISTANCE_TICKS);
        for (double metres = 0; metres <= length; metres += along) {
            add(
                    "<path d=\"M%.1f %dv5\" stroke=\"#333\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(metres), HEIGHT - BOTTOM, x(metres), HEIGHT - BOTTOM + 18, number(metres, along));
        }
        add("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#333\"/>", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT);
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">distance in metres</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12);
        add(
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">level in metres</text>",
                (TOP + HEIGHT - BOTTOM) / 2);
    }

    private void drawPipe(Section section) {
        double upper = network.upperInvert(section.link());
        double lower = network.lowerInvert(section.link());
        if (Double.isNaN(upper) || Double.isNaN(lower)) {
            return;
        }
        double height = height(section);
        double begin = x(section.beginMetres());
        double end = x(section.endMetres());
        add(
                "<path d=\"M%.1f %.1fL%.1f %.1fV%.1fL%.1f %.1fZ\" fill=\"#9cc7e8\" stroke=\"#1f5f99\"><title>%s</title></path>",
                begin,
                y(upper),
                end,
                y(lower),
                y(lower + height),
                begin,
                y(upper + height),
                escape(network.link(section.link()).name()));
    }

    private void drawGround() {
        StringBuilder line = new StringBuilder();
        boolean isOpen = false;
        for (Section section : sections) {
            double from = ground(section.upperNode());
            double to = ground(section.lowerNode());
            boolean isKnown = !Double.isNaN(from) && !Double.isNaN(to);
            if (isKnown && !isOpen) {
                line.append(format("M%.1f %.1f", x(section.beginMetres()), y(from)));
            }
            if (isKnown) {
                line.append(format("L%.1f %.1f", x(section.endMetres()), y(to)));
            }
            isOpen = isKnown;
        }
        if (!line.isEmpty()) {
            add("<path d=\"%s\" fill=\"none\" stroke=\"#7a5c2e\" stroke-width=\"2\"/>", line);
        }
    }

    private void drawNodes() {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= sections.size() && !sections.isEmpty(); i++) {
            boolean isLast = i == sections.size();
            Section section = sections.get(isLast ? i - 1 : i);
            int node = isLast ? section.lowerNode() : section.upperNode();
            double at = x(isLast ? section.endMetres() : section.beginMetres());
            double invert = isLast ? network.lowerInvert(section.link()) : network.upperInvert(section.link());
            double ground = ground(node);
            if (!Double.isNaN(ground) && !Double.isNaN(invert)) {
                add("<path d=\"M%.1f %.1fV%.1f\" stroke=\"#444\"/>", at, y(ground), y(invert));
            }
            if (isLast || (at >= free && at + LABEL_WIDTH <= x(length))) {
                add(
                        "<text transform=\"translate(%.1f %d) rotate(-45)\">%s</text>",
                        at + 3, TOP - 6, escape(name(node)));
                free = at + LABEL_WIDTH;
            }
        }
    }

    private double x(double metres) {
        return LEFT + metres / length * (WIDTH - LEFT - RIGHT);
    }

    private double y(double level) {
        return HEIGHT - BOTTOM - (level - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    /** 1, 2 or 5 times a power of ten, so that there are about so many. */
    private static double step(double span, int count) {
        double power = Math.pow(10, Math.floor(Math.log10(span / count)));
        double times = span / count / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private static String number(double value, double step) {
        int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String format, Object... values) {
        svg.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
