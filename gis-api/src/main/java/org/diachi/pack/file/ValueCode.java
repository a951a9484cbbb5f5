package org.diachi.pack.file;

import java.nio.charset.StandardCharsets;
import org.diachi.pack.grid.ByteSink;

/**
 * Values as vector tiles write them (Mapbox Vector Tile specification 2.1, message {@code Value}), so that they can be put
 * into a tile as they are.
 */
public final class ValueCode {

    private static final int STRING = 1 << 3 | 2;
    private static final int DOUBLE = 3 << 3 | 1;
    private static final int SIGNED = 6 << 3;
    private static final int BOOL = 7 << 3;

    private ValueCode() {}

    /** A text, a number or a truth value in bytes. */
    public static byte[] encode(Object value) {
        ByteSink sink = new ByteSink(24);
        if (value instanceof Boolean flag) {
            sink.writeVarint(BOOL);
            sink.writeVarint(flag ? 1 : 0);
        } else if (value instanceof Long || value instanceof Integer) {
            long number = ((Number) value).longValue();
            sink.writeVarint(SIGNED);
            sink.writeVarint(number << 1 ^ number >> 63);
        } else if (value instanceof Number number) {
            sink.writeVarint(DOUBLE);
            sink.writeLong(Double.doubleToLongBits(number.doubleValue()));
        } else {
            sink.writeVarint(STRING);
            sink.writeText(value.toString());
        }
        return sink.toByteArray();
    }

    /** The value in bytes that {@link #encode} wrote: a String, Long, Double or Boolean. */
    public static Object decode(byte[] bytes) {
        return switch (bytes[0]) {
            case BOOL -> bytes[1] != 0;
            case SIGNED -> {
                long number = varint(bytes, 1);
                yield number >>> 1 ^ -(number & 1);
            }
            case DOUBLE -> {
                long bits = 0;
                for (int i = 0; i < 8; i++) {
                    bits |= (bytes[1 + i] & 0xffL) << (8 * i);
                }
                yield Double.longBitsToDouble(bits);
            }
            default -> {
                int at = 1;
                while (bytes[at] < 0) {
                    at++;
                }
                yield new String(bytes, at + 1, bytes.length - at - 1, StandardCharsets.UTF_8);
            }
        };
    }

    private static long varint(byte[] bytes, int from) {
        long value = 0;
        int shift = 0;
        for (int at = from; at < bytes.length; at++) {
            value |= (bytes[at] & 0x7fL) << shift;
            shift += 7;
        }
        return value;
    }
}
