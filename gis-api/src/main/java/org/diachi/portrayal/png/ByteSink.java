package org.diachi.portrayal.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are being written, also bit by bit. Grows. */
final class ByteSink {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    byte[] bytes = new byte[1 << 14];
    int size;
    private long bits;
    private int bitCount;

    void clear() {
        size = 0;
        bits = 0;
        bitCount = 0;
    }

    /** Makes room for so many bytes and some to spare. */
    void reserve(int count) {
        if (size + count + 16 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count + 16));
        }
    }

    void writeInt(int value) {
        BIG_INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void setInt(int at, int value) {
        BIG_INT.set(bytes, at, value);
    }

    void writeByte(int value) {
        bytes[size++] = (byte) value;
    }

    /** Writes up to 32 bits, the lowest first. */
    void writeBits(long value, int count) {
        bits |= value << bitCount;
        bitCount += count;
        LONG.set(bytes, size, bits);
        int whole = bitCount >> 3;
        size += whole;
        bits >>>= whole << 3;
        bitCount &= 7;
    }

    /** Fills up the last byte. */
    void endBits() {
        if (bitCount > 0) {
            bytes[size++] = (byte) bits;
        }
        bits = 0;
        bitCount = 0;
    }
}
