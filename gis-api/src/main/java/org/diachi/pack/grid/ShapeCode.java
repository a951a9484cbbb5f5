package org.diachi.pack.grid;

import java.util.Arrays;

/**
 * Shapes in few bytes: kind and number of parts, the points of each part, and for each point how far it lies from the one
 * before it. Instances decode, again and again, for one thread.
 */
public final class ShapeCode {

    private ShapeKind kind = ShapeKind.POINT;
    private int[] xy = new int[512];
    private int[] ends = new int[16];
    private int parts;
    private int position;

    /**
     * Writes a shape.
     *
     * @param originX from which the first point is counted
     */
    public static void encode(Shape shape, int originX, int originY, ByteSink sink) {
        sink.writeVarint((long) shape.ends().length << 2 | shape.kind().ordinal());
        int x = originX;
        int y = originY;
        int point = 0;
        for (int end : shape.ends()) {
            sink.writeVarint(end - point);
            for (; point < end; point++) {
                sink.writeSigned(shape.xy()[2 * point] - x);
                sink.writeSigned(shape.xy()[2 * point + 1] - y);
                x = shape.xy()[2 * point];
                y = shape.xy()[2 * point + 1];
            }
        }
    }

    /** Reads a shape from bytes. */
    public void decode(byte[] bytes, int from, int originX, int originY) {
        position = from;
        int head = readVarint(bytes);
        kind = ShapeKind.of(head & 3);
        parts = head >>> 2;
        if (ends.length < parts) {
            ends = new int[2 * parts];
        }
        int x = originX;
        int y = originY;
        int at = 0;
        for (int part = 0; part < parts; part++) {
            int to = at + 2 * readVarint(bytes);
            if (xy.length < to) {
                xy = Arrays.copyOf(xy, 2 * to);
            }
            int[] target = xy;
            int i = position;
            while (at < to) {
                int b = bytes[i++];
                int value = b & 0x7f;
                for (int shift = 7; b < 0; shift += 7) {
                    b = bytes[i++];
                    value |= (b & 0x7f) << shift;
                }
                x += (value >>> 1) ^ -(value & 1);
                b = bytes[i++];
                value = b & 0x7f;
                for (int shift = 7; b < 0; shift += 7) {
                    b = bytes[i++];
                    value |= (b & 0x7f) << shift;
                }
                y += (value >>> 1) ^ -(value & 1);
                target[at] = x;
                target[at + 1] = y;
                at += 2;
            }
            position = i;
            ends[part] = at >> 1;
        }
    }

    private int readVarint(byte[] bytes) {
        int b = bytes[position++];
        int value = b & 0x7f;
        for (int shift = 7; b < 0; shift += 7) {
            b = bytes[position++];
            value |= (b & 0x7f) << shift;
        }
        return value;
    }

    /** Takes a shape as if it had been decoded; its arrays must not be changed. */
    public void take(Shape shape) {
        kind = shape.kind();
        parts = shape.ends().length;
        xy = shape.xy().clone();
        ends = shape.ends().clone();
    }

    /** What the parts are. */
    public ShapeKind kind() {
        return kind;
    }

    /** The coordinates, x0, y0, …; those beyond the points mean nothing. */
    public int[] xy() {
        return xy;
    }

    /** The ends of the parts, counted in points; those beyond the parts mean nothing. */
    public int[] ends() {
        return ends;
    }

    /** How many parts there are. */
    public int parts() {
        return parts;
    }

    /** How many points there are. */
    public int points() {
        return parts == 0 ? 0 : ends[parts - 1];
    }

    /** A copy of what was decoded. */
    public Shape shape() {
        return new Shape(kind, Arrays.copyOf(xy, 2 * points()), Arrays.copyOf(ends, parts));
    }
}
