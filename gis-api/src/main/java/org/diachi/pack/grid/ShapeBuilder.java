package org.diachi.pack.grid;

import java.util.Arrays;

/** Collects the points of a shape; to be used again and again by one thread. */
public final class ShapeBuilder {

    private int[] xy = new int[64];
    private int[] ends = new int[8];
    private int points;
    private int parts;

    /** Begins anew. */
    public void clear() {
        points = 0;
        parts = 0;
    }

    /** How many points there are. */
    public int points() {
        return points;
    }

    /** How many points the part that has not ended yet has. */
    public int openPoints() {
        return points - start();
    }

    private int start() {
        return parts == 0 ? 0 : ends[parts - 1];
    }

    /** Adds a point to the part. */
    public void add(int x, int y) {
        if (2 * points == xy.length) {
            xy = Arrays.copyOf(xy, 4 * points);
        }
        xy[2 * points] = x;
        xy[2 * points + 1] = y;
        points++;
    }

    /** Adds a point unless the part ends with it already. */
    public void addIfNew(int x, int y) {
        if (points == start() || xy[2 * points - 2] != x || xy[2 * points - 1] != y) {
            add(x, y);
        }
    }

    /** Ends a part. */
    public void endPart() {
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
        }
        ends[parts++] = points;
    }

    /** Forgets the part that has not ended yet. */
    public void dropPart() {
        points = start();
    }

    /** Forgets the last point if it is that of the beginning. */
    public void openRing() {
        int start = start();
        while (points - start > 1 && xy[2 * points - 2] == xy[2 * start] && xy[2 * points - 1] == xy[2 * start + 1]) {
            points--;
        }
    }

    /** Twice the area of the part that has not ended yet, as {@link Shape#doubleArea}. */
    public double openDoubleArea() {
        return openPoints() < 3 ? 0 : Shape.doubleArea(xy, start(), points);
    }

    /** Turns the part that has not ended yet round. */
    public void reversePart() {
        for (int low = start(), high = points - 1; low < high; low++, high--) {
            swap(2 * low, 2 * high);
            swap(2 * low + 1, 2 * high + 1);
        }
    }

    private void swap(int one, int other) {
        int kept = xy[one];
        xy[one] = xy[other];
        xy[other] = kept;
    }

    /** What has been collected. */
    public Shape build(ShapeKind kind) {
        return new Shape(kind, Arrays.copyOf(xy, 2 * points), Arrays.copyOf(ends, parts));
    }
}
