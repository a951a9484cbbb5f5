package org.diachi.portrayal.raster;

/**
 * Arithmetic of colours in 0xAARRGGBB. Compositing after T. Porter and T. Duff, "Compositing Digital Images", 1984, on
 * premultiplied colours; two of the four parts are computed at once in the halves of an int.
 */
public final class Colour {

    private static final int TWO_PARTS = 0x00ff00ff;
    private static final int HALVES = 0x00800080;

    private Colour() {}

    /** A colour of an opacity between 0 and 1, premultiplied. */
    public static int of(int rgb, double opacity) {
        int alpha = (int) (255 * Math.min(1, Math.max(0, opacity)) + 0.5);
        return premultiplied(alpha << 24 | rgb & 0xffffff);
    }

    /** Premultiplied, of what was not. */
    public static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        return alpha << 24 | times(argb & 0xffffff, alpha);
    }

    /** No longer premultiplied. */
    public static int straight(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255 || alpha == 0) {
            return argb;
        }
        int half = alpha >> 1;
        int red = Math.min(255, ((argb >> 16 & 255) * 255 + half) / alpha);
        int green = Math.min(255, ((argb >> 8 & 255) * 255 + half) / alpha);
        int blue = Math.min(255, ((argb & 255) * 255 + half) / alpha);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /** All four parts times a factor of 0 to 255 that stands for 0 to 1, rounded. */
    public static int times(int argb, int factor) {
        int low = (argb & TWO_PARTS) * factor + HALVES;
        int high = (argb >>> 8 & TWO_PARTS) * factor + HALVES;
        low = low + (low >>> 8 & TWO_PARTS) >>> 8 & TWO_PARTS;
        high = high + (high >>> 8 & TWO_PARTS) & ~TWO_PARTS;
        return low | high;
    }

    /** A premultiplied colour laid over another. */
    public static int over(int above, int below) {
        int alpha = above >>> 24;
        return alpha == 255 ? above : above + times(below, 255 - alpha);
    }

    /**
     * A part of an opaque colour laid over a pixel, where opacity means how much of the pixel is covered, and what is
     * there is elsewhere in the pixel as far as there is room. So neighbours fill a pixel together and leave no crack: the
     * operator "disjoint over" of the X Rendering Extension.
     *
     * @param part the colour times how much of the pixel it covers, premultiplied
     */
    static int beside(int part, int below) {
        int room = 255 - (part >>> 24);
        int there = below >>> 24;
        if (there <= room) {
            return part + below;
        }
        return part + (there == 255 ? times(below, room) : times(below, (255 * room + (there >> 1)) / there));
    }
}
