package org.diachi.portrayal.raster;

import java.util.Arrays;

/** One colour. */
public final class SolidPaint implements Paint {

    /** The colour by coverage. */
    private final int[] parts = new int[256];

    private final boolean beside;

    /**
     * A colour.
     *
     * @param colour premultiplied
     * @param beside whether shapes of an opaque colour share the pixels at their edges with what is there, as areas do
     *     that meet; else they lie over it, as lines do
     */
    public SolidPaint(int colour, boolean beside) {
        for (int coverage = 0; coverage < parts.length; coverage++) {
            parts[coverage] = Colour.times(colour, coverage);
        }
        this.beside = beside && colour >>> 24 == 255;
    }

    @Override
    public void span(Canvas canvas, int y, int from, int to, int coverage) {
        int[] pixels = canvas.pixels();
        int row = y * canvas.width();
        int part = parts[coverage];
        if (part >>> 24 == 255) {
            if (to - from == 1) {
                pixels[row + from] = part;
            } else {
                Arrays.fill(pixels, row + from, row + to, part);
            }
        } else if (beside) {
            for (int i = row + from; i < row + to; i++) {
                pixels[i] = Colour.beside(part, pixels[i]);
            }
        } else {
            for (int i = row + from; i < row + to; i++) {
                pixels[i] = part + Colour.times(pixels[i], 255 - (part >>> 24));
            }
        }
    }
}
