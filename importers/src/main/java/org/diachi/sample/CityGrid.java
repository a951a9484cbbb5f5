package org.diachi.sample;

/**
 * The lattice under the city: quarters in columns (west to east) and rows (south to north), a few of the rows being
 * rivers, cut to an irregular outline. {@link CityShape} knows where they lie.
 */
final class CityGrid {
    private static final double QUARTERS_AT_SCALE_1 = 3400;
    /** Share of the bounding lattice that the outline keeps. */
    private static final double KEPT = 0.845;

    private static final double COLUMNS_PER_ROW = 1.12;
    private static final int ROWS_PER_RIVER = 56;

    private final long seed;
    private final double shrink;
    private final int columns;
    private final int rows;
    private final int[] first;
    private final int[] end;

    CityGrid(int wards, double scale, long seed) {
        this.seed = seed;
        double wanted = QUARTERS_AT_SCALE_1 * scale;
        double quarters = Math.max(wanted, 2.0 * wards);
        shrink = Math.sqrt(wanted / quarters);
        columns = (int) Math.round(Math.sqrt(quarters / KEPT * COLUMNS_PER_ROW));
        rows = (int) Math.round(quarters / KEPT / columns) + 1;
        first = new int[rows];
        end = new int[rows];
        for (int r = 0; r < rows; r++) {
            double t = (r + 0.5 - rows / 2.0) / (rows / 2.0);
            double half = columns / 2.0 * Math.sqrt(1 - 0.8 * t * t);
            first[r] = clamp(columns / 2.0 - half * outline(r, 0), 0, columns / 2 - 1);
            end[r] = clamp(columns / 2.0 + half * outline(r, 1), columns / 2 + 1, columns);
        }
    }

    /** By how much quarters are smaller than usual, because there must be enough of them for all wards. */
    double shrink() {
        return shrink;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int index(int column, int row) {
        return row * columns + column;
    }

    boolean contains(int column, int row) {
        return row >= 0 && row < rows && column >= first[row] && column < end[row];
    }

    boolean isRiver(int row) {
        return isMainRiver(row) || Math.floorMod(row - rows / 2, ROWS_PER_RIVER) == 0 && row >= 2 && row < rows - 2;
    }

    boolean isMainRiver(int row) {
        return row == rows / 2;
    }

    /** The row of the river nearest to a row. */
    int nearestRiver(int row) {
        int middle = rows / 2;
        int river = middle + ROWS_PER_RIVER * (int) Math.rint((row - middle) / (double) ROWS_PER_RIVER);
        while (!isRiver(river)) {
            river += river < middle ? ROWS_PER_RIVER : -ROWS_PER_RIVER;
        }
        return river;
    }

    /** Half the width in metres of the street on a line of the lattice; lines are counted in half quarters. */
    double halfWidth(int line) {
        if (line % 2 != 0) {
            return 3.6;
        }
        return line % 12 == 0 ? 11 : line % 4 == 0 ? 7 : 5.2;
    }

    private double outline(int row, int side) {
        return 1 + 0.07 * Noise.at(seed, Purpose.OUTLINE, row / 6.0, 10 * side);
    }

    private static int clamp(double value, int low, int high) {
        return Math.max(low, Math.min(high, (int) Math.floor(value)));
    }
}
