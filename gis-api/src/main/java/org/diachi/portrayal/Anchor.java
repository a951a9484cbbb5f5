package org.diachi.portrayal;

import java.util.Arrays;

/** Where a point stands for a line or a polygon, in pixels. It depends on the geometry alone, not on the picture. */
record Anchor(double x, double y) {

    /** Half way along a line of the points {@code from} up to, exclusive, {@code to}. */
    static Anchor middle(double[] xy, int from, int to) {
        double half = length(xy, from, to) / 2;
        for (int i = from; i < to - 1; i++) {
            double length = distance(xy, i);
            if (half <= length && length > 0) {
                double part = half / length;
                return new Anchor(
                        xy[2 * i] + part * (xy[2 * i + 2] - xy[2 * i]),
                        xy[2 * i + 1] + part * (xy[2 * i + 3] - xy[2 * i + 1]));
            }
            half -= length;
        }
        return new Anchor(xy[2 * from], xy[2 * from + 1]);
    }

    static double length(double[] xy, int from, int to) {
        double length = 0;
        for (int i = from; i < to - 1; i++) {
            length += distance(xy, i);
        }
        return length;
    }

    private static double distance(double[] xy, int point) {
        return Math.hypot(xy[2 * point + 2] - xy[2 * point], xy[2 * point + 3] - xy[2 * point + 1]);
    }

    /**
     * Inside a polygon: the middle of the widest piece that is inside of it on one of some lines across, as JTS's
     * InteriorPointArea finds it on one line; the middle line first, the others only if they are much wider.
     */
    static Anchor inside(double[] xy, int[] ends, int first, int rings) {
        int from = first == 0 ? 0 : ends[first - 1];
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = from; i < ends[first]; i++) {
            top = Math.min(top, xy[2 * i + 1]);
            bottom = Math.max(bottom, xy[2 * i + 1]);
        }
        Piece best = new Piece(xy[2 * from], xy[2 * from + 1], 0);
        for (double part : new double[] {0.5, 0.4, 0.6, 0.3, 0.7}) {
            Piece piece = widest(xy, ends, first, rings, top + part * (bottom - top));
            if (piece.width > 1.25 * best.width) {
                best = piece;
            }
        }
        return new Anchor(best.x, best.y);
    }

    private record Piece(double x, double y, double width) {}

    private static Piece widest(double[] xy, int[] ends, int first, int rings, double y) {
        double[] crossings = new double[16];
        int count = 0;
        int from = first == 0 ? 0 : ends[first - 1];
        for (int ring = first; ring < first + rings; ring++) {
            int before = ends[ring] - 1;
            for (int i = from; i < ends[ring]; before = i++) {
                if (xy[2 * i + 1] > y != xy[2 * before + 1] > y) {
                    if (count == crossings.length) {
                        crossings = Arrays.copyOf(crossings, 2 * count);
                    }
                    double part = (y - xy[2 * before + 1]) / (xy[2 * i + 1] - xy[2 * before + 1]);
                    crossings[count++] = xy[2 * before] + part * (xy[2 * i] - xy[2 * before]);
                }
            }
            from = ends[ring];
        }
        Arrays.sort(crossings, 0, count);
        Piece best = new Piece(0, y, -1);
        for (int i = 0; i + 1 < count; i += 2) {
            double width = crossings[i + 1] - crossings[i];
            if (width > best.width) {
                best = new Piece((crossings[i] + crossings[i + 1]) / 2, y, width);
            }
        }
        return best;
    }

    /** How much of a box is inside a polygon, by points of three lines across it. */
    static double share(
            double[] xy, int[] ends, int first, int rings, double left, double top, double right, double bottom) {
        int inside = 0;
        for (int row = 1; row <= 3; row++) {
            double y = top + row * (bottom - top) / 4;
            for (int column = 0; column <= 4; column++) {
                double x = left + column * (right - left) / 4;
                inside += contains(xy, ends, first, rings, x, y) ? 1 : 0;
            }
        }
        return inside / 15.0;
    }

    /** By the crossings of a ray to the right, the even-odd rule. */
    private static boolean contains(double[] xy, int[] ends, int first, int rings, double x, double y) {
        boolean inside = false;
        int from = first == 0 ? 0 : ends[first - 1];
        for (int ring = first; ring < first + rings; ring++) {
            int before = ends[ring] - 1;
            for (int i = from; i < ends[ring]; before = i++) {
                double y0 = xy[2 * before + 1];
                double y1 = xy[2 * i + 1];
                if (y1 > y != y0 > y && x < xy[2 * before] + (y - y0) / (y1 - y0) * (xy[2 * i] - xy[2 * before])) {
                    inside = !inside;
                }
            }
            from = ends[ring];
        }
        return inside;
    }
}
