package org.diachi.pack.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.diachi.pack.grid.Box;

/**
 * A packed tree of boxes that are in the order of the Hilbert curve (after Kamel and Faloutsos 1993): the boxes themselves,
 * then one around every sixteen, and so on up to one. Thread-safe.
 */
final class BoxTree {

    private static final int FAN = 16;
    private static final int BOX_BYTES = 16;

    private final ByteBuffer boxes;
    private final int[] counts;
    private final int[] offsets;

    /**
     * A tree.
     *
     * @param count how many boxes there are at its bottom
     */
    BoxTree(ByteBuffer boxes, int count) {
        this.boxes = boxes;
        this.counts = counts(count);
        this.offsets = new int[counts.length];
        for (int level = 1; level < counts.length; level++) {
            offsets[level] = offsets[level - 1] + counts[level - 1];
        }
    }

    private static int[] counts(int count) {
        int[] counts = new int[16];
        int levels = 0;
        int left = count;
        while (true) {
            counts[levels++] = left;
            if (left <= 1) {
                return Arrays.copyOf(counts, levels);
            }
            left = (left + FAN - 1) / FAN;
        }
    }

    /** The boxes of a whole tree, four numbers each, over those of its bottom. */
    static int[] build(int[] bottom) {
        int[] counts = counts(bottom.length / 4);
        int[] all = Arrays.copyOf(bottom, 4 * Arrays.stream(counts).sum());
        int from = 0;
        for (int level = 1; level < counts.length; level++) {
            int to = from + counts[level - 1];
            for (int parent = 0; parent < counts[level]; parent++) {
                int first = from + parent * FAN;
                cover(all, first, Math.min(first + FAN, to), to + parent);
            }
            from = to;
        }
        return all;
    }

    private static void cover(int[] all, int first, int end, int target) {
        System.arraycopy(all, 4 * first, all, 4 * target, 4);
        for (int i = first + 1; i < end; i++) {
            all[4 * target] = Math.min(all[4 * target], all[4 * i]);
            all[4 * target + 1] = Math.min(all[4 * target + 1], all[4 * i + 1]);
            all[4 * target + 2] = Math.max(all[4 * target + 2], all[4 * i + 2]);
            all[4 * target + 3] = Math.max(all[4 * target + 3], all[4 * i + 3]);
        }
    }

    int minX(int index) {
        return boxes.getInt(index * BOX_BYTES);
    }

    int minY(int index) {
        return boxes.getInt(index * BOX_BYTES + 4);
    }

    Box box(int index) {
        int at = index * BOX_BYTES;
        return new Box(boxes.getInt(at), boxes.getInt(at + 4), boxes.getInt(at + 8), boxes.getInt(at + 12));
    }

    /** The box around everything; asked for only where there is something. */
    Box whole() {
        return box(offsets[offsets.length - 1]);
    }

    /** Adds the numbers of the boxes that meet another, in their order. */
    void query(Box wanted, IntList found) {
        if (counts[0] > 0) {
            visit(counts.length - 1, 0, wanted, found);
        }
    }

    private void visit(int level, int node, Box wanted, IntList found) {
        int at = (offsets[level] + node) * BOX_BYTES;
        if (boxes.getInt(at) > wanted.maxX()
                || boxes.getInt(at + 8) < wanted.minX()
                || boxes.getInt(at + 4) > wanted.maxY()
                || boxes.getInt(at + 12) < wanted.minY()) {
            return;
        }
        if (level == 0) {
            found.add(node);
            return;
        }
        int end = Math.min((node + 1) * FAN, counts[level - 1]);
        for (int child = node * FAN; child < end; child++) {
            visit(level - 1, child, wanted, found);
        }
    }
}
