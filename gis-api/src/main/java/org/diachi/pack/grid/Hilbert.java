package org.diachi.pack.grid;

/** The Hilbert curve through all places of the grid: what is near on it is near on the ground. */
final class Hilbert {

    private Hilbert() {}

    /**
     * How far along the curve a place lies, to be compared as unsigned (Wikipedia, "Hilbert curve", xy2d).
     *
     * @return the number, with its highest bit flipped so that plain comparison puts it in order
     */
    static long index(int gridX, int gridY) {
        long x = Integer.toUnsignedLong(gridX ^ Integer.MIN_VALUE);
        long y = Integer.toUnsignedLong(gridY ^ Integer.MIN_VALUE);
        long index = 0;
        for (long side = 1L << 31; side > 0; side >>= 1) {
            long right = (x & side) > 0 ? 1 : 0;
            long down = (y & side) > 0 ? 1 : 0;
            index = index << 2 | (3 * right ^ down);
            if (down == 0) {
                if (right == 1) {
                    x = 0xffffffffL - x;
                    y = 0xffffffffL - y;
                }
                long swap = x;
                x = y;
                y = swap;
            }
        }
        return index ^ Long.MIN_VALUE;
    }
}
