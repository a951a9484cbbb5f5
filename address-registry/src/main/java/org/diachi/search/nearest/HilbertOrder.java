package org.diachi.search.nearest;

import java.util.Arrays;

/** The order in which a Hilbert curve meets boxes, so that neighbours in the order are neighbours on the ground. */
final class HilbertOrder {

    private static final int CORNERS = 4;

    /** Side of the square that the curve fills, in cells. */
    private static final int SIDE = 1 << 16;

    private HilbertOrder() {}

    /** The places of boxes on the curve in their order, each with the number of its box in the lower 32 bits. */
    static long[] of(int[] boxes) {
        int count = boxes.length / CORNERS;
        double left = Double.POSITIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int box = 0; box < count; box++) {
            left = Math.min(left, middle(boxes, box, 0));
            right = Math.max(right, middle(boxes, box, 0));
            low = Math.min(low, middle(boxes, box, 1));
            high = Math.max(high, middle(boxes, box, 1));
        }
        double cell = Math.max(1, Math.max(right - left, high - low) / (SIDE - 1));
        long[] places = new long[count];
        for (int box = 0; box < count; box++) {
            int x = (int) ((middle(boxes, box, 0) - left) / cell);
            int y = (int) ((middle(boxes, box, 1) - low) / cell);
            places[box] = along(x, y) << Integer.SIZE | box;
        }
        Arrays.sort(places);
        return places;
    }

    private static double middle(int[] boxes, int box, int axis) {
        int at = CORNERS * box + axis;
        return ((double) boxes[at] + boxes[at + 2]) / 2;
    }

    /**
     * How far along the curve a cell is, in 31 bits so that no number is negative.
     *
     * <p>The algorithm {@code xy2d} of Wikipedia, "Hilbert curve".
     */
    private static long along(int column, int row) {
        int x = column;
        int y = row;
        long along = 0;
        for (int half = SIDE / 2; half > 0; half /= 2) {
            int right = (x & half) > 0 ? 1 : 0;
            int upper = (y & half) > 0 ? 1 : 0;
            along += (long) half * half * ((3 * right) ^ upper);
            if (upper == 0) {
                if (right == 1) {
                    x = SIDE - 1 - x;
                    y = SIDE - 1 - y;
                }
                int turned = x;
                x = y;
                y = turned;
            }
        }
        return along >>> 1;
    }
}
