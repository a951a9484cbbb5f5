package org.diachi.portrayal.png;

import java.util.Arrays;
import java.util.zip.CRC32;

/** Encodes pictures as PNG (ISO/IEC 15948). Keeps its arrays: not thread-safe, one for each thread. */
public final class PngEncoder {

    private static final int[] SIGNATURE = {0x89504e47, 0x0d0a1a0a};
    private static final int HEADER = 0x49484452;
    private static final int PALETTE = 0x504c5445;
    private static final int TRANSPARENCY = 0x74524e53;
    private static final int DATA = 0x49444154;
    private static final int END = 0x49454e44;

    /** How a pixel is told. */
    public enum Kind {
        /** Eight bits each of red, green, blue and opacity. */
        RGBA(6, 4),
        /** Eight bits each of red, green and blue; opacity is ignored. */
        RGB(2, 3),
        /** The number of one of at most 256 colours: exact if there are no more, else the nearest of the commonest. */
        INDEXED(3, 1);

        private final int colourType;
        private final int bytes;

        Kind(int colourType, int bytes) {
            this.colourType = colourType;
            this.bytes = bytes;
        }
    }

    private final ByteSink out = new ByteSink();
    private final RunDeflater deflater = new RunDeflater();
    private final CRC32 checksum = new CRC32();
    private final Palette palette = new Palette();
    private byte[] raw = new byte[0];

    /**
     * A whole PNG file.
     *
     * @param argb row by row from the top, not premultiplied
     */
    public byte[] encode(int[] argb, int width, int height, Kind kind) {
        int row = Math.addExact(1, Math.multiplyExact(width, kind.bytes));
        int size = Math.multiplyExact(row, height);
        if (raw.length < size) {
            raw = new byte[size];
        }
        switch (kind) {
            case RGBA -> putColours(argb, width, height, true);
            case RGB -> putColours(argb, width, height, false);
            case INDEXED -> palette.index(argb, width, height, raw);
        }
        out.clear();
        out.reserve(2048);
        out.writeInt(SIGNATURE[0]);
        out.writeInt(SIGNATURE[1]);
        writeHeader(width, height, kind);
        if (kind == Kind.INDEXED) {
            writePalette();
        }
        int start = begin(DATA);
        deflater.deflate(raw, size, kind.bytes, row, out);
        end(start);
        end(begin(END));
        return Arrays.copyOf(out.bytes, out.size);
    }

    private void putColours(int[] argb, int width, int height, boolean hasAlpha) {
        int at = 0;
        int pixel = 0;
        for (int y = 0; y < height; y++) {
            raw[at++] = 0;
            for (int x = 0; x < width; x++) {
                int colour = argb[pixel++];
                raw[at++] = (byte) (colour >> 16);
                raw[at++] = (byte) (colour >> 8);
                raw[at++] = (byte) colour;
                if (hasAlpha) {
                    raw[at++] = (byte) (colour >>> 24);
                }
            }
        }
    }

    private void writeHeader(int width, int height, Kind kind) {
        int start = begin(HEADER);
        out.writeInt(width);
        out.writeInt(height);
        out.writeByte(8);
        out.writeByte(kind.colourType);
        out.writeByte(0);
        out.writeByte(0);
        out.writeByte(0);
        end(start);
    }

    private void writePalette() {
        int start = begin(PALETTE);
        boolean opaque = true;
        for (int i = 0; i < palette.size; i++) {
            int colour = palette.colours[i];
            out.writeByte(colour >> 16);
            out.writeByte(colour >> 8);
            out.writeByte(colour);
            opaque &= colour >>> 24 == 255;
        }
        end(start);
        if (!opaque) {
            start = begin(TRANSPARENCY);
            for (int i = 0; i < palette.size; i++) {
                out.writeByte(palette.colours[i] >>> 24);
            }
            end(start);
        }
    }

    /** Begins a chunk; its length follows when it ends. */
    private int begin(int type) {
        out.reserve(1024);
        out.writeInt(0);
        out.writeInt(type);
        return out.size;
    }

    private void end(int start) {
        out.reserve(64);
        out.setInt(start - 8, out.size - start);
        checksum.reset();
        checksum.update(out.bytes, start - 4, out.size - start + 4);
        out.writeInt((int) checksum.getValue());
    }
}
