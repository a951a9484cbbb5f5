package org.diachi.portrayal.mark;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a mark, one high and wide about (0, 0), y downwards.
 *
 * @param xy the points, x and y in turn
 * @param ends where each part ends, in points
 * @param closed whether its parts are rings; else lines that are stroked only
 */
public record MarkShape(double[] xy, int[] ends, boolean closed) {

    private static final int CIRCLE_POINTS = 32;

    private static final Map<String, MarkShape> BY_NAME = new HashMap<>();

    static {
        ring("square", -0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5);
        BY_NAME.put("circle", regular(CIRCLE_POINTS, 0.5, 0));
        BY_NAME.put("dot", regular(CIRCLE_POINTS, 0.125, 0));
        ring("triangle", 0, -0.5, 0.5, 0.5, -0.5, 0.5);
        BY_NAME.put("equilateral_triangle", regular(3, 0.5, 0));
        BY_NAME.put("diamond", regular(4, 0.5, 0));
        BY_NAME.put("pentagon", regular(5, 0.5, 0));
        BY_NAME.put("hexagon", regular(6, 0.5, 0));
        BY_NAME.put("octagon", regular(8, 0.5, Math.PI / 8));
        BY_NAME.put("star", star());
        BY_NAME.put("cross", cross(0));
        BY_NAME.put("x", cross(Math.PI / 4));
        ring("carrow", -0.5, -0.4, 0.5, 0, -0.5, 0.4);
        ring("arrow", 0, -0.5, 0.3, -0.1, 0.1, -0.1, 0.1, 0.5, -0.1, 0.5, -0.1, -0.1, -0.3, -0.1);
        line("oarrow", -0.5, -0.4, 0.5, 0, -0.5, 0.4);
        line("vertline", 0, -0.5, 0, 0.5);
        line("horline", -0.5, 0, 0.5, 0);
        line("slash", -0.5, 0.5, 0.5, -0.5);
        line("backslash", -0.5, -0.5, 0.5, 0.5);
        BY_NAME.put("plus", new MarkShape(new double[] {-0.5, 0, 0.5, 0, 0, -0.5, 0, 0.5}, new int[] {2, 4}, false));
        BY_NAME.put(
                "times",
                new MarkShape(new double[] {-0.5, 0.5, 0.5, -0.5, -0.5, -0.5, 0.5, 0.5}, new int[] {2, 4}, false));
        sameAs("regular_star", "star");
        sameAs("cross_fill", "cross");
        sameAs("cross2", "times");
        sameAs("line", "vertline");
        sameAs("filled_arrowhead", "carrow");
        sameAs("arrowhead", "oarrow");
    }

    /** A mark by its well-known name, with or without GeoServer's {@code shape://}. */
    public static Optional<MarkShape> find(String name) {
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    /** The name of a mark without what stands before it. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^shape://", "");
    }

    private static void ring(String name, double... xy) {
        BY_NAME.put(name, new MarkShape(xy, new int[] {xy.length / 2}, true));
    }

    private static void line(String name, double... xy) {
        BY_NAME.put(name, new MarkShape(xy, new int[] {xy.length / 2}, false));
    }

    private static void sameAs(String name, String other) {
        BY_NAME.put(name, BY_NAME.get(other));
    }

    private static MarkShape regular(int points, double radius, double turned) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = turned + 2 * Math.PI * i / points;
            xy[2 * i] = radius * Math.sin(angle);
            xy[2 * i + 1] = -radius * Math.cos(angle);
        }
        return new MarkShape(xy, new int[] {points}, true);
    }

    /** Five points; the inner radius is that of the pentagram, (3 - √5) / 2 of the outer. */
    private static MarkShape star() {
        double[] xy = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 0.5 : 0.5 * (3 - Math.sqrt(5)) / 2;
            xy[2 * i] = radius * Math.sin(Math.PI * i / 5);
            xy[2 * i + 1] = -radius * Math.cos(Math.PI * i / 5);
        }
        return new MarkShape(xy, new int[] {10}, true);
    }

    private static MarkShape cross(double turned) {
        double half = 0.125;
        double[] upright = {
            -half, -0.5, half, -0.5, half, -half, 0.5, -half, 0.5, half, half, half, half, 0.5, -half, 0.5, -half, half,
            -0.5, half, -0.5, -half, -half, -half
        };
        double[] xy = new double[upright.length];
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] = upright[i] * Math.cos(turned) - upright[i + 1] * Math.sin(turned);
            xy[i + 1] = upright[i] * Math.sin(turned) + upright[i + 1] * Math.cos(turned);
        }
        return new MarkShape(xy, new int[] {12}, true);
    }
}
