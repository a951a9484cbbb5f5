package org.diachi.search.nearest;

import java.util.Arrays;

/**
 * A packed R-tree that never changes: boxes in the order of the Hilbert curve, under nodes that hold sixteen each (Kamel and
 * Faloutsos 1993, "On Packing R-trees"). It takes 21 bytes a box. Thread-safe.
 */
public final class BoxTree {

    private static final int WIDTH = 16;
    private static final int CORNERS = 4;

    /** Least x, least y, greatest x, greatest y of each node: first the boxes themselves, then level by level the nodes. */
    private final int[] corners;

    /** What the boxes are of. */
    private final int[] items;

    /** The first node of every level, and behind that the number of all nodes. */
    private final int[] levels;

    private BoxTree(int[] corners, int[] items, int[] levels) {
        this.corners = corners;
        this.items = items;
        this.levels = levels;
    }

    /**
     * Packs boxes.
     *
     * @param boxes least x, least y, greatest x, greatest y of each
     * @param items what they are of, in the same order
     */
    public static BoxTree of(int[] boxes, int[] items) {
        int count = items.length;
        if (boxes.length != CORNERS * count) {
            throw new IllegalArgumentException(
                    "A box has " + CORNERS + " numbers: " + boxes.length + " for " + count + " boxes");
        }
        int[] levels = levels(count);
        int[] corners = new int[CORNERS * levels[levels.length - 1]];
        int[] sorted = new int[count];
        int at = 0;
        for (long place : HilbertOrder.of(boxes)) {
            int box = (int) place;
            System.arraycopy(boxes, CORNERS * box, corners, CORNERS * at, CORNERS);
            sorted[at++] = items[box];
        }
        BoxTree tree = new BoxTree(corners, sorted, levels);
        for (int node = count; node < levels[levels.length - 1]; node++) {
            tree.cover(node);
        }
        return tree;
    }

    private static int[] levels(int count) {
        int[] levels = new int[2 + Integer.SIZE / Integer.numberOfTrailingZeros(WIDTH)];
        int last = 1;
        levels[last] = count;
        for (int size = count; size > 1; last++) {
            size = (size + WIDTH - 1) / WIDTH;
            levels[last + 1] = levels[last] + size;
        }
        return Arrays.copyOf(levels, last + 1);
    }

    private void cover(int node) {
        int to = CORNERS * node;
        corners[to] = Integer.MAX_VALUE;
        corners[to + 1] = Integer.MAX_VALUE;
        corners[to + 2] = Integer.MIN_VALUE;
        corners[to + 3] = Integer.MIN_VALUE;
        for (int child = firstChild(node), end = endOfChildren(node); child < end; child++) {
            int from = CORNERS * child;
            corners[to] = Math.min(corners[to], corners[from]);
            corners[to + 1] = Math.min(corners[to + 1], corners[from + 1]);
            corners[to + 2] = Math.max(corners[to + 2], corners[from + 2]);
            corners[to + 3] = Math.max(corners[to + 3], corners[from + 3]);
        }
    }

    /** How many boxes there are. */
    public int size() {
        return items.length;
    }

    /** The node that is above all; -1 if there are no boxes. */
    int root() {
        return levels[levels.length - 1] - 1;
    }

    boolean isBox(int node) {
        return node < items.length;
    }

    int item(int node) {
        return items[node];
    }

    private int level(int node) {
        int level = 1;
        while (node >= levels[level + 1]) {
            level++;
        }
        return level;
    }

    int firstChild(int node) {
        int level = level(node);
        return levels[level - 1] + WIDTH * (node - levels[level]);
    }

    int endOfChildren(int node) {
        return Math.min(firstChild(node) + WIDTH, levels[level(node)]);
    }

    /** How far a node is from a place, rounded down; no box in it is nearer. */
    int distance(int node, double x, double y) {
        int at = CORNERS * node;
        double dx = Math.max(0, Math.max(corners[at] - x, x - corners[at + 2]));
        double dy = Math.max(0, Math.max(corners[at + 1] - y, y - corners[at + 3]));
        return (int) Math.sqrt(dx * dx + dy * dy);
    }
}
