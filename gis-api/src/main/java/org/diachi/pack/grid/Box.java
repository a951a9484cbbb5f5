package org.diachi.pack.grid;

import java.util.List;

/**
 * A box on the grid, its edges within.
 *
 * @param minX western edge
 * @param minY northern edge
 * @param maxX eastern edge
 * @param maxY southern edge
 */
public record Box(int minX, int minY, int maxX, int maxY) {

    public Box {
        if (minX > maxX || minY > maxY) {
            throw new IllegalArgumentException("The box ends before it begins");
        }
    }

    /** The box around metres of Web Mercator. */
    public static Box ofMetres(double west, double south, double east, double north) {
        return new Box(Grid.x(west), Grid.y(north), Grid.x(east), Grid.y(south));
    }

    /** Whether they have a point in common. */
    public boolean intersects(Box other) {
        return minX <= other.maxX && maxX >= other.minX && minY <= other.maxY && maxY >= other.minY;
    }

    /** Where the box lies along the curve that features are kept in the order of. */
    public long hilbert() {
        return Hilbert.index((int) (((long) minX + maxX) >> 1), (int) (((long) minY + maxY) >> 1));
    }

    /** West, south, east and north in degrees (OGP 373-7-2, 1.3.3.2). */
    public List<Double> degrees() {
        return List.of(longitude(minX), latitude(maxY), longitude(maxX), latitude(minY));
    }

    private static double longitude(int x) {
        return Math.toDegrees(Grid.metres(x) / Grid.HALF_WIDTH * Math.PI);
    }

    private static double latitude(int y) {
        return Math.toDegrees(Math.atan(Math.sinh(-Grid.metres(y) / Grid.HALF_WIDTH * Math.PI)));
    }

    /** This box and so many steps at each side, as far as there is a grid. */
    public Box grown(int steps) {
        return new Box(
                (int) Math.max(Integer.MIN_VALUE, (long) minX - steps),
                (int) Math.max(Integer.MIN_VALUE, (long) minY - steps),
                (int) Math.min(Integer.MAX_VALUE, (long) maxX + steps),
                (int) Math.min(Integer.MAX_VALUE, (long) maxY + steps));
    }

    /** The smallest box around both. */
    public Box and(Box other) {
        return new Box(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }
}
