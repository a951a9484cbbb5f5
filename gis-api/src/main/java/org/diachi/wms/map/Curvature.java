package org.diachi.wms.map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.value.CoordinateOutOfRangeException;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;

/**
 * How much a system bends against the grid in a part of the world: what decides how large the cells of a mesh may be. Found
 * once for each system and coarse part of the world, so that all pictures of it have one mesh.
 *
 * @param unitsPerStep units of the system to a step of the grid, in the middle
 * @param bendX by how many units, across, a place in a cell may be off for each square step of its side
 * @param bendY the same, up
 */
record Curvature(double unitsPerStep, double bendX, double bendY) {

    /** In pixels: no place is farther from where it ought to be. */
    static final double TOLERANCE = 0.02;

    /** Parts of the world are multiples of so many bits of a coordinate, 156 km at the equator. */
    private static final int PART_BITS = 24;

    private static final int MOST_CELL_BITS = 22;
    private static final int LEAST_CELL_BITS = 8;

    /** The bits of a cell that is looked at for its bend. */
    private static final int SAMPLE_BITS = 20;

    /** Into so many pieces, each way, a part of the world is cut to look at it. */
    private static final int SAMPLES = 4;

    private static final int MOST_KEPT = 256;

    private static final Cache<Part, Curvature> KEPT =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** West, north, east and south in {@link #PART_BITS}. */
    private record Part(Crs crs, int minX, int minY, int maxX, int maxY) {}

    /** The curvature of a system around a box. */
    static Curvature of(Crs crs, Box box) {
        Part part = new Part(
                crs,
                box.minX() >> PART_BITS,
                box.minY() >> PART_BITS,
                (box.maxX() >> PART_BITS) + 1,
                (box.maxY() >> PART_BITS) + 1);
        return KEPT.get(part, Curvature::find);
    }

    private static Curvature find(Part part) {
        CrsTransform transform = CrsTransform.between(Crs.of(Screen.WEB_MERCATOR), part.crs());
        double unitsPerStep = part.crs().isGeographic()
                ? 180 / (Grid.HALF_WIDTH * Grid.STEPS_PER_METRE)
                : 1 / Grid.STEPS_PER_METRE / part.crs().metresPerUnit();
        double bendX = 0;
        double bendY = 0;
        for (int i = 0; i <= SAMPLES; i++) {
            for (int j = 0; j <= SAMPLES; j++) {
                double[] cell =
                        cell(transform, between(part.minX(), part.maxX(), i), between(part.minY(), part.maxY(), j));
                if (cell.length > 0) {
                    bendX = Math.max(bendX, bend(cell, 0));
                    bendY = Math.max(bendY, bend(cell, 1));
                    if (i == SAMPLES / 2 && j == SAMPLES / 2) {
                        unitsPerStep = Math.hypot(cell[2] - cell[0], cell[3] - cell[1]) / (1 << SAMPLE_BITS);
                    }
                }
            }
        }
        return new Curvature(unitsPerStep, bendX, bendY);
    }

    private static double between(int least, int most, int sample) {
        return (least + (double) (most - least) * sample / SAMPLES) * (1 << PART_BITS);
    }

    /**
     * Of a cell in the system: the upper left corner, the upper right, the lower left, and the middles of the edges between the
     * first and each of the others; nothing if they have no place there.
     */
    private static double[] cell(CrsTransform transform, double x, double y) {
        double[][] shares = {{0, 0}, {1, 0}, {0, 1}, {0.5, 0}, {0, 0.5}};
        double[] xy = new double[2 * shares.length];
        for (int i = 0; i < shares.length; i++) {
            xy[2 * i] = Grid.metres(x + shares[i][0] * (1 << SAMPLE_BITS));
            xy[2 * i + 1] = -Grid.metres(y + shares[i][1] * (1 << SAMPLE_BITS));
        }
        try {
            transform.apply(xy, shares.length);
        } catch (CoordinateOutOfRangeException e) {
            // Nothing is drawn where the system has no place for it.
            return new double[0];
        }
        return xy;
    }

    /**
     * How far the middles of both edges are from where they would be without a bend, for each square step: nowhere in the
     * cell is the error greater than their sum. In the cell's middle they may cancel each other out.
     */
    private static double bend(double[] cell, int axis) {
        double across = cell[6 + axis] - (cell[axis] + cell[2 + axis]) / 2;
        double down = cell[8 + axis] - (cell[axis] + cell[4 + axis]) / 2;
        return (Math.abs(across) + Math.abs(down)) / (1 << SAMPLE_BITS) / (1 << SAMPLE_BITS);
    }

    /**
     * The bits of the largest cells that are exact enough.
     *
     * @param unitsPerPixelX across
     * @param unitsPerPixelY up
     */
    int cellBits(double unitsPerPixelX, double unitsPerPixelY) {
        double off = Math.max(bendX / unitsPerPixelX, bendY / unitsPerPixelY);
        int bits = MOST_CELL_BITS;
        while (bits > LEAST_CELL_BITS && off * (1L << bits) * (1L << bits) > TOLERANCE) {
            bits--;
        }
        return bits;
    }
}
