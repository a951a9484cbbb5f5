package org.diachi.portrayal.raster;

import java.util.Arrays;

/** Points of a line that is being made; grows. */
final class Path {

    double[] xy = new double[64];
    int size;

    void clear() {
        size = 0;
    }

    /** Adds a point, unless it is the same as the last. */
    void add(double x, double y) {
        if (size > 0 && same(x, y, size - 1)) {
            return;
        }
        if (2 * size == xy.length) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        xy[2 * size] = x;
        xy[2 * size + 1] = y;
        size++;
    }

    /** Takes off last points that are the same as the first. */
    void open() {
        while (size > 1 && same(xy[0], xy[1], size - 1)) {
            size--;
        }
    }

    private boolean same(double x, double y, int point) {
        double dx = x - xy[2 * point];
        double dy = y - xy[2 * point + 1];
        return dx * dx + dy * dy < 1e-6;
    }

    double x(int point) {
        return xy[2 * point];
    }

    double y(int point) {
        return xy[2 * point + 1];
    }
}
