package org.diachi.portrayal.png;

/** Encodes pictures. Keeps its arrays: not thread-safe, one for each thread. */
public final class PngEncoder {

    /** How a pixel is told. */
    public enum Kind {
        /** Eight bits each of red, green, blue and opacity. */
        RGBA,
        /** Eight bits each of red, green and blue; opacity is ignored. */
        RGB,
        /** The number of one of at most 256 colours: exact if there are no more, else the nearest of the commonest. */
        INDEXED
    }

    /**
     * A whole PNG file.
     *
     * @param argb row by row from the top, not premultiplied
     */
    public byte[] encode(int[] argb, int width, int height, Kind kind) {
        throw new UnsupportedOperationException("To come: " + argb.length + width + height + kind);
    }
}
