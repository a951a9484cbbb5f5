package org.diachi.pack.grid;

/**
 * The points of a layer at which borders meet: where a ring has other neighbours than another ring through the same point.
 * Between two junctions all rings run alike, so that what is done to the border there by a fixed rule is done the same from
 * both sides. Built by one thread.
 */
public final class Junctions {

    /** One slot is a point and its two neighbours, the smaller first. */
    private long[] keys = new long[1 << 12];

    private long[] lows = new long[1 << 12];
    private long[] highs = new long[1 << 12];
    private boolean[] isUsed = new boolean[1 << 12];
    private boolean[] isJunction = new boolean[1 << 12];
    private int count;

    /** Notes the points of a shape; those of anything but polygons have no part in borders. */
    public void add(Shape shape) {
        if (shape.kind() != ShapeKind.POLYGON) {
            return;
        }
        int start = 0;
        for (int end : shape.ends()) {
            for (int i = start; i < end; i++) {
                long before = point(shape.xy(), i == start ? end - 1 : i - 1);
                long after = point(shape.xy(), i == end - 1 ? start : i + 1);
                note(point(shape.xy(), i), Math.min(before, after), Math.max(before, after));
            }
            start = end;
        }
    }

    static long point(int[] xy, int i) {
        return (long) xy[2 * i] << 32 | (xy[2 * i + 1] & 0xffffffffL);
    }

    private void note(long point, long low, long high) {
        int slot = slot(point);
        if (!isUsed[slot]) {
            isUsed[slot] = true;
            keys[slot] = point;
            lows[slot] = low;
            highs[slot] = high;
            count++;
            if (2 * count > keys.length) {
                grow();
            }
        } else if (lows[slot] != low || highs[slot] != high) {
            isJunction[slot] = true;
        }
    }

    private int slot(long point) {
        long hash = point * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & (keys.length - 1);
        while (isUsed[slot] && keys[slot] != point) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldLows = lows;
        long[] oldHighs = highs;
        boolean[] wasUsed = isUsed;
        boolean[] wasJunction = isJunction;
        keys = new long[2 * oldKeys.length];
        lows = new long[keys.length];
        highs = new long[keys.length];
        isUsed = new boolean[keys.length];
        isJunction = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (wasUsed[i]) {
                int slot = slot(oldKeys[i]);
                isUsed[slot] = true;
                keys[slot] = oldKeys[i];
                lows[slot] = oldLows[i];
                highs[slot] = oldHighs[i];
                isJunction[slot] = wasJunction[i];
            }
        }
    }

    /** Whether borders meet at a point. */
    boolean contains(long point) {
        int slot = slot(point);
        return isUsed[slot] && isJunction[slot];
    }
}
