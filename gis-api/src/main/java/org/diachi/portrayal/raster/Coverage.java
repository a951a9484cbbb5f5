package org.diachi.portrayal.raster;

import java.util.Arrays;

/**
 * Sums how much of each pixel shapes cover, by the signed areas beside their edges: each edge adds, row by row, the area to
 * its right within the row, as differences from one pixel to the next. The method is that of R. Levien's font-rs; here the
 * sums are whole numbers of a 65,536th of a pixel, and a bit for each pixel tells where a difference is, so that only these
 * pixels are looked at.
 *
 * <p>Shapes that overlap cover a pixel no more than whole. Shapes of the same direction that meet cover the pixels of their
 * common edge wholly. Vertices are whole 256ths of a pixel; positions on an edge follow from the differences of its ends
 * alone, so that they do not depend on where the canvas begins.
 */
final class Coverage {

    /** A pixel has so many units of a vertex in each direction. */
    private static final int UNITS = 256;

    private static final int FULL = 1 << 16;

    /** Bits by which a position on an edge is finer than a vertex. */
    private static final int FINER = 24;

    /** A pixel in positions on an edge. */
    private static final double PIXEL = 0x1p32;

    private int width;
    private int height;
    private int stride;
    private int words;
    private int[] differences = new int[0];
    private long[] touched = new long[0];
    private int top;
    private int bottom;
    private int leftmost;
    private int rightmost;

    /** Begins with nothing covered; leaves nothing behind from before. */
    void begin(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        stride = newWidth + 2;
        words = (stride + 63) >> 6;
        if (differences.length < stride * newHeight || touched.length < words * newHeight) {
            differences = new int[stride * newHeight];
            touched = new long[words * newHeight];
        } else if (!isEmpty()) {
            Arrays.fill(differences, 0);
            Arrays.fill(touched, 0);
        }
        empty();
    }

    private void empty() {
        top = Integer.MAX_VALUE;
        bottom = 0;
        leftmost = Integer.MAX_VALUE;
        rightmost = 0;
    }

    /** Whether nothing was added since the last painting. */
    boolean isEmpty() {
        return top >= bottom;
    }

    /** The vertex nearest to a coordinate in pixels. */
    static long snap(double pixels) {
        return (long) Math.floor(pixels * UNITS + 0.5);
    }

    /** Adds an edge between two vertices; the inside is to the right of an edge that runs downwards with the sign +1. */
    void edge(long x0, long y0, long x1, long y1, int sign) {
        if (y0 < y1) {
            downEdge(x0, y0, x1, y1, sign);
        } else if (y1 < y0) {
            downEdge(x1, y1, x0, y0, -sign);
        }
    }

    private void downEdge(long x0, long y0, long x1, long y1, int sign) {
        long wide = (long) width * UNITS;
        if (y1 <= 0 || y0 >= (long) height * UNITS || (x0 >= wide && x1 >= wide)) {
            return;
        }
        int row = (int) (Math.max(0, y0) >> 8);
        int end = (int) (Math.min((long) height * UNITS, y1) + UNITS - 1 >> 8);
        top = Math.min(top, row);
        bottom = Math.max(bottom, end);
        leftmost = Math.min(leftmost, (int) (Math.max(0, Math.min(x0, x1)) >> 8));
        rightmost = Math.max(rightmost, (int) (Math.min(wide, Math.max(x0, x1)) >> 8));
        double run = x1 - x0;
        double rise = y1 - y0;
        double steepness = Math.abs(rise / run) * (FULL / 2.0);
        if (y1 <= (y0 | UNITS - 1) + 1) {
            piece(row, x0 << FINER, x1 << FINER, sign * (int) rise << 8, steepness);
            return;
        }
        double slope = run / rise * (1 << FINER);
        long step = (long) (slope * UNITS);
        long below = UNITS - (y0 & UNITS - 1);
        long x = (x0 << FINER) + (long) (slope * below);
        if (y0 >= 0) {
            piece(row, x0 << FINER, x, sign * (int) below << 8, steepness);
            row++;
        } else {
            x -= step * ((y0 >> 8) + 1);
        }
        int full = sign * FULL;
        for (; row < end - 1; row++) {
            piece(row, x, x + step, full, steepness);
            x += step;
        }
        if (row < end) {
            long rest = y1 - ((long) row << 8);
            if (rest <= UNITS) {
                piece(row, x, x1 << FINER, sign * (int) rest << 8, steepness);
            } else {
                piece(row, x, x + step, full, steepness);
            }
        }
    }

    /**
     * Adds the part of an edge that is in one row.
     *
     * @param full its height, with the sign of the edge
     * @param steepness half its height for each pixel of its width
     */
    private void piece(int row, long from, long to, int full, double steepness) {
        long left = Math.min(from, to);
        long right = Math.max(from, to);
        int cell = row * stride;
        int word = row * words;
        int first = (int) (left >> 32);
        int last = (int) (right >> 32);
        if (first == last) {
            if (first < 0) {
                differences[cell] += full;
                touched[word] |= 1;
            } else if (first < width) {
                // The middle of the piece tells how much of the pixel is to its left.
                int middle = (int) ((left & 0xffffffffL) + (right & 0xffffffffL) >>> 17);
                int beyond = (int) ((long) full * middle >> 16);
                differences[cell + first] += full - beyond;
                differences[cell + first + 1] += beyond;
                touched[word + (first >> 6)] |= 3L << first;
                if ((first & 63) == 63) {
                    touched[word + (first >> 6) + 1] |= 1;
                }
            }
        } else if (last < 0) {
            differences[cell] += full;
            touched[word] |= 1;
        } else if (first < width) {
            slanted(row, left, right, full, full < 0 ? -steepness : steepness);
        }
    }

    /**
     * Adds a part that crosses several pixels. Of pixel k an edge from left to right covers, times its height, the mean of
     * clamp(k + 1 - x, 0, 1) over x from left to right; that is quadratic in the first and the last pixel and linear
     * between them.
     */
    private void slanted(int row, long left, long right, int full, double steepness) {
        int first = (int) (left >> 32);
        int last = (int) (right >> 32);
        int before = 0;
        int start = row * stride;
        if (first >= 0) {
            double covered = ((first + 1L << 32) - left) / PIXEL;
            before = (int) (covered * covered * steepness);
            differences[start + first] += before;
            touch(row, first);
        }
        double begin = left / PIXEL;
        for (int k = Math.max(0, first + 1); k < Math.min(last, width); k++) {
            int now = (int) ((2 * (k - begin) + 1) * steepness);
            differences[start + k] += now - before;
            touch(row, k);
            before = now;
        }
        if (last < width) {
            double uncovered = (right & 0xffffffffL) / PIXEL;
            int now = full - (int) (uncovered * uncovered * steepness);
            differences[start + last] += now - before;
            differences[start + last + 1] += full - now;
            touch(row, last);
            touch(row, last + 1);
        }
    }

    private void touch(int row, int x) {
        touched[row * words + (x >> 6)] |= 1L << x;
    }

    /** Paints what is covered, and begins anew. */
    void paint(Canvas canvas, Paint paint) {
        int firstWord = leftmost >> 6;
        int lastWord = Math.min(width, rightmost + 1) >> 6;
        for (int y = top; y < bottom; y++) {
            paintRow(canvas, paint, y, firstWord, lastWord);
        }
        empty();
    }

    private void paintRow(Canvas canvas, Paint paint, int y, int firstWord, int lastWord) {
        int start = y * stride;
        int sum = 0;
        int from = 0;
        for (int word = firstWord; word <= lastWord; word++) {
            long bits = touched[y * words + word];
            touched[y * words + word] = 0;
            while (bits != 0) {
                int x = (word << 6) + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
                int alpha = alpha(sum);
                if (alpha != 0) {
                    paint.span(canvas, y, from, x, alpha);
                }
                sum += differences[start + x];
                differences[start + x] = 0;
                from = x;
            }
        }
        int alpha = alpha(sum);
        if (alpha != 0 && from < width) {
            paint.span(canvas, y, from, width, alpha);
        }
    }

    private static int alpha(int sum) {
        return Math.min(Math.abs(sum), FULL) * 255 + FULL / 2 >> 16;
    }
}
