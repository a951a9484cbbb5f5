package org.diachi.sample;

import org.locationtech.jts.geom.Coordinate;

/** A convex four-sided patch of ground. */
final class Quad {
    private final double[] xs;
    private final double[] ys;
    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;

    Quad(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
        xs = new double[] {a.x, b.x, c.x, d.x};
        ys = new double[] {a.y, b.y, c.y, d.y};
        minX = Math.min(Math.min(a.x, b.x), Math.min(c.x, d.x));
        maxX = Math.max(Math.max(a.x, b.x), Math.max(c.x, d.x));
        minY = Math.min(Math.min(a.y, b.y), Math.min(c.y, d.y));
        maxY = Math.max(Math.max(a.y, b.y), Math.max(c.y, d.y));
    }

    /** The rectangle along a line, from one distance on its left to another; right is negative. */
    static Quad along(Coordinate from, Coordinate to, double low, double high) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double length = Math.sqrt(dx * dx + dy * dy);
        double nx = -dy / length;
        double ny = dx / length;
        return new Quad(
                new Coordinate(from.x + nx * low, from.y + ny * low),
                new Coordinate(to.x + nx * low, to.y + ny * low),
                new Coordinate(to.x + nx * high, to.y + ny * high),
                new Coordinate(from.x + nx * high, from.y + ny * high));
    }

    /** Whether the two share ground: no side of either separates them (separating axis theorem). */
    boolean overlaps(Quad other) {
        boolean apart = minX >= other.maxX || other.minX >= maxX || minY >= other.maxY || other.minY >= maxY;
        return !apart && !separates(other) && !other.separates(this);
    }

    /** Whether the other lies wholly beyond one of the sides. */
    private boolean separates(Quad other) {
        for (int i = 0; i < 4; i++) {
            double nx = ys[(i + 1) % 4] - ys[i];
            double ny = xs[i] - xs[(i + 1) % 4];
            double side = nx * xs[i] + ny * ys[i];
            double inwards = nx * xs[(i + 2) % 4] + ny * ys[(i + 2) % 4] - side;
            boolean beyond = true;
            for (int k = 0; k < 4 && beyond; k++) {
                double at = nx * other.xs[k] + ny * other.ys[k] - side;
                beyond = inwards > 0 ? at <= 0 : at >= 0;
            }
            if (beyond) {
                return true;
            }
        }
        return false;
    }
}
