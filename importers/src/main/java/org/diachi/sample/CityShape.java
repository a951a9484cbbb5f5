package org.diachi.sample;

import org.locationtech.jts.geom.Coordinate;

/**
 * Where the lattice lies: columns and rows of unequal width, corners moved a little at random (in open country more), all
 * of it bent by a {@link Warp}.
 *
 * <p>Positions on the lattice are (u, v) in quarters; {@link #point} is the only way from there to metres, so whatever is
 * drawn on the same (u, v) shares exactly the same coordinate.
 */
final class CityShape {
    private static final double WIDTH = 228;
    private static final double HEIGHT = 246;
    private static final double RIVER_WIDTH = 210;
    private static final double SIDE_RIVER_WIDTH = 80;
    /** How far a corner may move, as a share of a quarter; below ¼ no quarter can turn over. */
    private static final double JITTER = 0.13;

    private static final double COUNTRY_JITTER = 0.24;
    private static final double LEAST_SPREAD = 0.78;
    private static final double BANK_JITTER = 0.04;

    private final CityGrid grid;
    private final Districts districts;
    private final Coordinate centre;
    private final long seed;
    private final Warp warp;
    private final double[] cornerX;
    private final double[] cornerY;

    /** @param centre in the CRS of the city */
    CityShape(CityGrid grid, Districts districts, Coordinate centre, long seed) {
        this.grid = grid;
        this.districts = districts;
        this.centre = centre;
        this.seed = seed;
        this.warp = new Warp(seed);
        double[] xs = new double[grid.columns() + 1];
        double[] ys = new double[grid.rows() + 1];
        for (int c = 0; c < grid.columns(); c++) {
            xs[c + 1] = xs[c] + grid.shrink() * WIDTH * spread(Purpose.COLUMN, c);
        }
        for (int r = 0; r < grid.rows(); r++) {
            ys[r + 1] = ys[r] + grid.shrink() * height(r);
        }
        cornerX = new double[xs.length * ys.length];
        cornerY = new double[xs.length * ys.length];
        placeCorners(xs, ys);
    }

    /** The coordinate in metres, on whole millimetres, of a position on the lattice. */
    Coordinate point(double u, double v) {
        int c = cell(u, grid.columns());
        int r = cell(v, grid.rows());
        int corner = corner(c, r);
        double x = blend(cornerX, corner, u - c, v - r);
        double y = blend(cornerY, corner, u - c, v - r);
        return new Coordinate(
                Math.rint((centre.x + warp.x(x, y)) * 1000) / 1000, Math.rint((centre.y + warp.y(x, y)) * 1000) / 1000);
    }

    private void placeCorners(double[] xs, double[] ys) {
        for (int r = 0; r < ys.length; r++) {
            for (int c = 0; c < xs.length; c++) {
                double jitter = jitter(c, r) * LEAST_SPREAD * grid.shrink();
                double moveX = jitter * WIDTH * (2 * Dice.unit(seed, Purpose.CORNER_X, c, r) - 1);
                double moveY = jitter * HEIGHT * (2 * Dice.unit(seed, Purpose.CORNER_Y, c, r) - 1);
                cornerX[corner(c, r)] = xs[c] + moveX - xs[xs.length - 1] / 2;
                cornerY[corner(c, r)] = ys[r] + moveY - ys[ys.length - 1] / 2;
            }
        }
    }

    private int corner(int c, int r) {
        return r * (grid.columns() + 1) + c;
    }

    private double jitter(int c, int r) {
        if (grid.isRiver(r) || grid.isRiver(r - 1)) {
            return BANK_JITTER;
        }
        boolean country = districts.isWild(c, r)
                && districts.isWild(c - 1, r)
                && districts.isWild(c, r - 1)
                && districts.isWild(c - 1, r - 1);
        return country ? COUNTRY_JITTER : JITTER;
    }

    private double height(int row) {
        if (grid.isRiver(row)) {
            return grid.isMainRiver(row) ? RIVER_WIDTH : SIDE_RIVER_WIDTH;
        }
        return HEIGHT * spread(Purpose.ROW, row);
    }

    private double spread(int purpose, int i) {
        return LEAST_SPREAD + 0.44 * Dice.unit(seed, purpose, i, 0);
    }

    /** Bilinear between the four corners of a quarter; on a border only its own two corners count. */
    private double blend(double[] corners, int at, double u, double v) {
        double below = along(corners[at], corners[at + 1], u);
        return v == 0
                ? below
                : along(below, along(corners[at + grid.columns() + 1], corners[at + grid.columns() + 2], u), v);
    }

    private static double along(double a, double b, double t) {
        return t == 0 ? a : a + (b - a) * t;
    }

    private static int cell(double position, int count) {
        return Math.max(0, Math.min(count - 1, (int) Math.floor(position)));
    }
}
