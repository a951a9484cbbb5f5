package org.diachi.portrayal.raster;

import java.util.Arrays;

/** Pixels: alpha-premultiplied ARGB row by row, at first nothing. The arrays are kept and grow when needed. */
public final class Canvas {

    private int width;
    private int height;
    private int[] pixels = new int[0];

    /** Empties the canvas and gives it a size. */
    public void begin(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        int count = Math.multiplyExact(newWidth, newHeight);
        if (pixels.length != count) {
            pixels = new int[count];
        } else {
            Arrays.fill(pixels, 0);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves. */
    public int[] pixels() {
        return pixels;
    }

    /** Lays premultiplied pixels over the canvas, their upper left corner at a pixel that may be outside. */
    public void draw(int[] argb, int rowLength, int left, int top) {
        int rows = argb.length / rowLength;
        int fromX = Math.max(0, -left);
        int toX = Math.min(rowLength, width - left);
        for (int row = Math.max(0, -top); row < Math.min(rows, height - top); row++) {
            int source = row * rowLength;
            int target = (row + top) * width + left;
            for (int x = fromX; x < toX; x++) {
                int above = argb[source + x];
                if (above != 0) {
                    pixels[target + x] = Colour.over(above, pixels[target + x]);
                }
            }
        }
    }

    /**
     * Puts a colour behind everything and undoes the premultiplication.
     *
     * @param background 0xAARRGGBB, not premultiplied
     * @return whether no pixel lets anything through
     */
    public boolean finish(int background) {
        int behind = Colour.premultiplied(background);
        boolean opaque = true;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            if (pixel >>> 24 != 255) {
                pixel = Colour.over(pixel, behind);
                opaque &= pixel >>> 24 == 255;
                pixels[i] = Colour.straight(pixel);
            }
        }
        return opaque;
    }
}
