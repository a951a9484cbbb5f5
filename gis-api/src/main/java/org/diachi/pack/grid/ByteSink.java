package org.diachi.pack.grid;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: whole numbers in few bytes as Protocol Buffers write them. To be used by one thread. */
public final class ByteSink {

    private byte[] bytes;
    private int size;

    /** An empty one. */
    public ByteSink(int capacity) {
        this.bytes = new byte[Math.max(16, capacity)];
    }

    /** How many bytes there are. */
    public int size() {
        return size;
    }

    /** The bytes, which change when more are written; only the first {@link #size()} count. */
    public byte[] array() {
        return bytes;
    }

    /** The bytes so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Begins anew. */
    public void clear() {
        size = 0;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** One byte. */
    public void writeByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** Some bytes. */
    public void write(byte[] some, int from, int length) {
        ensure(length);
        System.arraycopy(some, from, bytes, size, length);
        size += length;
    }

    /** An unsigned number, seven bits a byte, the lowest first. */
    public void writeVarint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A signed number, small whatever its sign. */
    public void writeSigned(int value) {
        writeVarint(((value << 1) ^ (value >> 31)) & 0xffffffffL);
    }

    /** A number of eight bytes, the lowest first. */
    public void writeLong(long value) {
        ensure(8);
        for (int i = 0; i < 8; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
    }

    /** A text in UTF-8 with its length before it. */
    public void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeVarint(utf8.length);
        write(utf8, 0, utf8.length);
    }
}
