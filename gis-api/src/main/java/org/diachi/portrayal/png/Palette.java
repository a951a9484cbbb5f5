package org.diachi.portrayal.png;

import java.util.Arrays;

/**
 * Chooses at most 256 colours and gives each pixel the number of one: exactly if the picture has no more, else the colours
 * are put together in boxes of similar ones, the commonest boxes are kept, and the others become the nearest of these.
 */
final class Palette {

    private static final int MOST = 256;
    private static final int BOXES = 1 << 15;
    private static final int SLOTS = 1 << 10;

    /** The chosen colours. */
    final int[] colours = new int[MOST];

    int size;

    private final int[] slotColour = new int[SLOTS];
    private final short[] slotNumber = new short[SLOTS];
    private final int[] boxCount = new int[BOXES];
    private final int[] boxColour = new int[BOXES];
    private final int[] boxBest = new int[BOXES];
    private final int[] usedBoxes = new int[BOXES];

    /** Writes the numbers of pixels. */
    void index(int[] argb, int width, int height, byte[] raw) {
        if (!indexExactly(argb, width, height, raw)) {
            chooseBoxes(argb, width * height);
            int at = 0;
            int pixel = 0;
            for (int y = 0; y < height; y++) {
                raw[at++] = 0;
                for (int x = 0; x < width; x++) {
                    raw[at++] = (byte) boxBest[box(argb[pixel++])];
                }
            }
        }
    }

    private boolean indexExactly(int[] argb, int width, int height, byte[] raw) {
        Arrays.fill(slotNumber, (short) -1);
        size = 0;
        int at = 0;
        int pixel = 0;
        int before = ~argb[0];
        byte number = 0;
        for (int y = 0; y < height; y++) {
            raw[at++] = 0;
            for (int x = 0; x < width; x++) {
                int colour = argb[pixel++];
                if (colour != before) {
                    int found = number(colour);
                    if (found < 0) {
                        return false;
                    }
                    number = (byte) found;
                    before = colour;
                }
                raw[at++] = number;
            }
        }
        return true;
    }

    private int number(int colour) {
        int slot = colour * 0x9e3779b1 >>> 22;
        while (slotNumber[slot] >= 0 && slotColour[slot] != colour) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (slotNumber[slot] < 0) {
            if (size == MOST) {
                return -1;
            }
            colours[size] = colour;
            slotColour[slot] = colour;
            slotNumber[slot] = (short) size++;
        }
        return slotNumber[slot];
    }

    /** Colours whose parts begin with the same four bits, opacity with the same three. */
    private static int box(int argb) {
        return argb >>> 29 << 12 | argb >>> 12 & 0xf00 | argb >>> 8 & 0xf0 | argb >>> 4 & 0xf;
    }

    private void chooseBoxes(int[] argb, int count) {
        Arrays.fill(boxCount, 0);
        int used = 0;
        int i = 0;
        while (i < count) {
            int colour = argb[i];
            int from = i;
            while (++i < count && argb[i] == colour) {
                // A run of one colour.
            }
            int box = box(colour);
            if (boxCount[box] == 0) {
                usedBoxes[used++] = box;
                boxBest[box] = 0;
            }
            boxCount[box] += i - from;
            // The colour of the longest run stands for its box: areas keep their colour, mixtures at edges yield.
            if (i - from > boxBest[box]) {
                boxBest[box] = i - from;
                boxColour[box] = colour;
            }
        }
        keepCommonest(used);
    }

    private void keepCommonest(int used) {
        long[] byCount = new long[used];
        for (int i = 0; i < used; i++) {
            byCount[i] = (long) -boxCount[usedBoxes[i]] << 16 | usedBoxes[i];
        }
        Arrays.sort(byCount);
        size = Math.min(used, MOST);
        for (int i = 0; i < used; i++) {
            int box = (int) (byCount[i] & 0xffff);
            if (i < MOST) {
                colours[i] = boxColour[box];
                boxBest[box] = i;
            } else {
                boxBest[box] = nearest(boxColour[box]);
            }
        }
    }

    private int nearest(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            int other = colours[i];
            int distance = 2 * square((colour >>> 24) - (other >>> 24))
                    + square((colour >> 16 & 255) - (other >> 16 & 255))
                    + square((colour >> 8 & 255) - (other >> 8 & 255))
                    + square((colour & 255) - (other & 255));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int square(int value) {
        return value * value;
    }
}
