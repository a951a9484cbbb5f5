package org.diachi.pack.grid;

import java.util.Objects;

/**
 * A geometry on the grid, or in steps of a level.
 *
 * @param kind what the parts are
 * @param xy x0, y0, x1, y1, … of all parts
 * @param ends of each part, the number of points up to its end
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying would cost more than drawing
public record Shape(ShapeKind kind, int[] xy, int[] ends) {

    public Shape {
        Objects.requireNonNull(kind, "kind");
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return ends.length == 0;
    }

    /** How many points it has. */
    public int points() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** The box around it, which must not be empty. */
    public Box box() {
        int minX = xy[0];
        int minY = xy[1];
        int maxX = minX;
        int maxY = minY;
        for (int i = 2; i < 2 * points(); i += 2) {
            minX = Math.min(minX, xy[i]);
            maxX = Math.max(maxX, xy[i]);
            minY = Math.min(minY, xy[i + 1]);
            maxY = Math.max(maxY, xy[i + 1]);
        }
        return new Box(minX, minY, maxX, maxY);
    }

    /**
     * Twice the signed area of a ring by the surveyor's formula, y southward: positive if it turns clockwise as drawn.
     *
     * @param from the first point
     * @param to the point after the last
     */
    public static double doubleArea(int[] xy, int from, int to) {
        double sum = 0;
        // Relative to the first point, so that no precision is lost far from the origin.
        double originX = xy[2 * from];
        double originY = xy[2 * from + 1];
        double lastX = xy[2 * to - 2] - originX;
        double lastY = xy[2 * to - 1] - originY;
        for (int i = from; i < to; i++) {
            double x = xy[2 * i] - originX;
            double y = xy[2 * i + 1] - originY;
            sum += lastX * y - x * lastY;
            lastX = x;
            lastY = y;
        }
        return sum;
    }
}
