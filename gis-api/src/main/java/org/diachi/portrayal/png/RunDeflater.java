package org.diachi.portrayal.png;

import java.util.Arrays;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/**
 * Writes zlib streams (RFC 1950, 1951) of the rows of a picture. The only repetitions it looks for are those of the bytes
 * one pixel before and one row before, which in maps are nearly all there are.
 */
final class RunDeflater {

    private static final int LONGEST = 258;

    /** What is shorter costs as much as it saves. */
    private static final int SHORTEST = 4;

    /** So that the tokens of a repetition find room. */
    private static final int MOST_AT_ONCE = 1 << 20;

    private static final int END_OF_BLOCK = 256;
    private static final int DISTANCE_CODES = 30;

    /** The order in which the lengths of the code for lengths are written: RFC 1951, 3.2.7. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** The symbol of each length of a repetition, and the bits that follow: RFC 1951, 3.2.5. */
    private static final int[] LENGTH_SYMBOL = new int[LONGEST + 1];

    private static final int[] LENGTH_REST = new int[LONGEST + 1];
    private static final int[] LENGTH_BITS = new int[LONGEST + 1];

    static {
        int length = 3;
        for (int symbol = 257; symbol < 285; symbol++) {
            int bits = symbol < 265 ? 0 : (symbol - 261) / 4;
            for (int rest = 0; rest < 1 << bits && length < LONGEST; rest++, length++) {
                LENGTH_SYMBOL[length] = symbol;
                LENGTH_REST[length] = rest;
                LENGTH_BITS[length] = bits;
            }
        }
        LENGTH_SYMBOL[LONGEST] = 285;
    }

    /** A byte; or, from 512, twice the length of a repetition, plus one if it is of the row before. */
    private final int[] tokens = new int[1 << 15];

    private int count;
    private final HuffmanCode literals = new HuffmanCode(286, 15);
    private final HuffmanCode distances = new HuffmanCode(DISTANCE_CODES, 15);
    private final HuffmanCode lengths = new HuffmanCode(19, 7);
    private final int[] distanceSymbol = new int[2];
    private final int[] distanceRest = new int[2];
    private final int[] distanceBits = new int[2];
    private boolean rowTooFar;

    /**
     * Writes a stream.
     *
     * @param raw the picture's bytes
     * @param size how many of them
     * @param pixel the bytes of a pixel
     * @param row the bytes of a row
     */
    void deflate(byte[] raw, int size, int pixel, int row, ByteSink out) {
        out.reserve(2);
        out.writeByte(0x78);
        out.writeByte(0x01);
        setDistance(0, pixel);
        rowTooFar = row > 1 << 15;
        setDistance(1, rowTooFar ? pixel : row);
        begin();
        int at = 0;
        while (at < size) {
            int repeated = repeated(raw, at, size, row, rowTooFar);
            int which = 1;
            if (repeated < LONGEST) {
                int left = repeated(raw, at, size, pixel, false);
                if (left >= repeated) {
                    repeated = left;
                    which = 0;
                }
            }
            if (repeated < SHORTEST) {
                add(raw[at++] & 255);
            } else {
                at += repeated;
                addRepetition(repeated, which);
            }
            if (count > tokens.length / 2) {
                writeBlock(out, false);
            }
        }
        writeBlock(out, true);
        out.endBits();
        Adler32 checksum = new Adler32();
        checksum.update(raw, 0, size);
        out.reserve(Integer.BYTES);
        out.writeInt((int) checksum.getValue());
    }

    /** How many bytes are the same as those some bytes before. */
    private static int repeated(byte[] raw, int at, int size, int distance, boolean never) {
        int from = at - distance;
        if (never
                || from < 0
                || at + 3 > size
                || raw[at] != raw[from]
                || raw[at + 1] != raw[from + 1]
                || raw[at + 2] != raw[from + 2]) {
            return 0;
        }
        int end = Math.min(size, at + MOST_AT_ONCE);
        int different = Arrays.mismatch(raw, at, end, raw, from, end - distance);
        return different < 0 ? end - at : different;
    }

    private void setDistance(int which, int distance) {
        int symbol = distance - 1;
        int bits = 0;
        if (distance > 4) {
            // Two symbols for each power of two.
            int power = 31 - Integer.numberOfLeadingZeros(distance - 1);
            bits = power - 1;
            symbol = 2 * power + (distance - 1 >> bits & 1);
        }
        distanceSymbol[which] = symbol;
        distanceBits[which] = bits;
        distanceRest[which] = distance - 1 & (1 << bits) - 1;
    }

    private void begin() {
        count = 0;
        Arrays.fill(literals.counts, 0);
        Arrays.fill(distances.counts, 0);
    }

    private void add(int literal) {
        tokens[count++] = literal;
        literals.counts[literal]++;
    }

    private void addRepetition(int total, int which) {
        int rest = total;
        while (rest > 0) {
            int length = Math.min(rest, LONGEST);
            if (rest - length == 1 || rest - length == 2) {
                length -= 3;
            }
            tokens[count++] = 512 + 2 * length + which;
            literals.counts[LENGTH_SYMBOL[length]]++;
            distances.counts[distanceSymbol[which]]++;
            rest -= length;
        }
    }

    private void writeBlock(ByteSink out, boolean last) {
        literals.counts[END_OF_BLOCK] = 1;
        literals.build();
        distances.build();
        out.reserve(1024 + 8 * count);
        out.writeBits(last ? 1 : 0, 1);
        out.writeBits(2, 2);
        writeCodes(out);
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            if (token < 256) {
                out.writeBits(literals.codes[token], literals.lengths[token]);
            } else {
                writeRepetition(out, token - 512 >> 1, token & 1);
            }
        }
        out.writeBits(literals.codes[END_OF_BLOCK], literals.lengths[END_OF_BLOCK]);
        begin();
    }

    private void writeRepetition(ByteSink out, int length, int which) {
        int symbol = LENGTH_SYMBOL[length];
        int bits = literals.lengths[symbol];
        long value = literals.codes[symbol] | (long) LENGTH_REST[length] << bits;
        out.writeBits(value, bits + LENGTH_BITS[length]);
        int distance = distanceSymbol[which];
        bits = distances.lengths[distance];
        value = distances.codes[distance] | (long) distanceRest[which] << bits;
        out.writeBits(value, bits + distanceBits[which]);
    }

    /** Writes the lengths of both codes, runs of zeros shortened. */
    private void writeCodes(ByteSink out) {
        int literalCount = literals.used(257);
        int distanceCount = distances.used(1);
        int[] all = new int[literalCount + distanceCount];
        System.arraycopy(literals.lengths, 0, all, 0, literalCount);
        System.arraycopy(distances.lengths, 0, all, literalCount, distanceCount);
        Arrays.fill(lengths.counts, 0);
        writeLengths(all, null);
        lengths.build();
        int orderCount = ORDER.length;
        while (orderCount > 4 && lengths.lengths[ORDER[orderCount - 1]] == 0) {
            orderCount--;
        }
        out.writeBits(literalCount - 257, 5);
        out.writeBits(distanceCount - 1, 5);
        out.writeBits(orderCount - 4, 4);
        for (int i = 0; i < orderCount; i++) {
            out.writeBits(lengths.lengths[ORDER[i]], 3);
        }
        writeLengths(all, out);
    }

    /** Writes lengths, or counts their symbols if there is nothing to write to. */
    private void writeLengths(int[] all, @Nullable ByteSink out) {
        int i = 0;
        while (i < all.length) {
            int zeros = 0;
            while (i + zeros < all.length && zeros < 138 && all[i + zeros] == 0) {
                zeros++;
            }
            int symbol = zeros >= 11 ? 18 : zeros >= 3 ? 17 : all[i];
            if (out == null) {
                lengths.counts[symbol]++;
            } else {
                out.writeBits(lengths.codes[symbol], lengths.lengths[symbol]);
                if (symbol >= 17) {
                    out.writeBits(zeros - (symbol == 18 ? 11 : 3), symbol == 18 ? 7 : 3);
                }
            }
            i += symbol >= 17 ? zeros : 1;
        }
    }
}
