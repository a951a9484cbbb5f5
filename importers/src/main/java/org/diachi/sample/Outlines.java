package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The borders of quarters and blocks as polylines, half a quarter at a time. A border between two quarters without
 * streets wiggles like a stream or a field path; the same piece is always drawn with the same vertices.
 */
final class Outlines {
    private static final int SMOOTH_PIECES = 5;
    private static final int WILD_PIECES = 9;
    private static final double WIGGLE = 0.07;

    private final CityShape shape;
    private final Districts districts;
    private final long seed;

    Outlines(CityShape shape, Districts districts, long seed) {
        this.shape = shape;
        this.districts = districts;
        this.seed = seed;
    }

    /** The piece from west to east on a horizontal line; line and piece are counted in half quarters. */
    List<Coordinate> horizontal(int line, int piece) {
        boolean wild = districts.isWild(piece / 2, Math.floorDiv(line - 1, 2)) && districts.isWild(piece / 2, line / 2);
        int pieces = wild ? WILD_PIECES : SMOOTH_PIECES;
        List<Coordinate> points = new ArrayList<>(pieces + 1);
        for (int k = 0; k <= pieces; k++) {
            double wiggle = wild ? wiggle(2 * line, piece, k) : 0;
            points.add(shape.point((piece + k / (double) pieces) / 2, line / 2.0 + wiggle));
        }
        return points;
    }

    /** The piece from south to north on a vertical line; line and piece are counted in half quarters. */
    List<Coordinate> vertical(int line, int piece) {
        boolean wild = districts.isWild(Math.floorDiv(line - 1, 2), piece / 2) && districts.isWild(line / 2, piece / 2);
        int pieces = wild ? WILD_PIECES : SMOOTH_PIECES;
        List<Coordinate> points = new ArrayList<>(pieces + 1);
        for (int k = 0; k <= pieces; k++) {
            double wiggle = wild ? wiggle(2 * line + 1, piece, k) : 0;
            points.add(shape.point(line / 2.0 + wiggle, (piece + k / (double) pieces) / 2));
        }
        return points;
    }

    /** The closed ring, counter-clockwise, around a rectangle of the lattice given in half quarters. */
    List<Coordinate> ring(int x, int y, int width, int height) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = x; i < x + width; i++) {
            append(ring, horizontal(y, i), false);
        }
        for (int j = y; j < y + height; j++) {
            append(ring, vertical(x + width, j), false);
        }
        for (int i = x + width - 1; i >= x; i--) {
            append(ring, horizontal(y + height, i), true);
        }
        for (int j = y + height - 1; j >= y; j--) {
            append(ring, vertical(x, j), true);
        }
        ring.add(ring.get(0).copy());
        return ring;
    }

    /** Adds a piece without its last vertex, which begins the next piece. */
    static void append(List<Coordinate> ring, List<Coordinate> piece, boolean backwards) {
        int n = piece.size();
        for (int k = 0; k < n - 1; k++) {
            ring.add(piece.get(backwards ? n - 1 - k : k));
        }
    }

    private double wiggle(int line, int piece, int k) {
        if (k == 0 || k == WILD_PIECES) {
            return 0;
        }
        double t = k / (double) WILD_PIECES;
        double fine = Dice.unit(seed, Purpose.WIGGLE, line, piece * 16 + k) - 0.5;
        double coarse = Noise.at(seed, Purpose.WIGGLE, line * 7.3, 2.0 * piece + 3 * t);
        return WIGGLE * 4 * t * (1 - t) * (coarse + 0.6 * fine);
    }
}
