package org.diachi.search.nearest;

import java.util.Arrays;

/**
 * The boxes of a tree in the order of their distance from a place (Hjaltason and Samet 1999, "Distance browsing in spatial
 * databases"): the nearest node is opened next, so that no more are looked at than needed. For one thread.
 */
public final class Nearest {

    private static final int USUAL_QUEUE = 128;

    private final BoxTree tree;
    private final double x;
    private final double y;

    /** A heap: distances in the upper 32 bits, nodes in the lower; of equal distances boxes come before what holds boxes. */
    private long[] queue = new long[USUAL_QUEUE];

    private int waiting;
    private int item = -1;
    private int distance;

    /** The boxes of a tree around a place, in the unit of the boxes. */
    public Nearest(BoxTree tree, double x, double y) {
        this.tree = tree;
        this.x = x;
        this.y = y;
        if (tree.size() > 0) {
            add(tree.root());
        }
    }

    /** Goes on to the next box. Returns false if there is none. */
    public boolean next() {
        while (waiting > 0) {
            long nearest = remove();
            int node = (int) nearest;
            if (tree.isBox(node)) {
                item = tree.item(node);
                distance = (int) (nearest >>> Integer.SIZE);
                return true;
            }
            for (int child = tree.firstChild(node), end = tree.endOfChildren(node); child < end; child++) {
                add(child);
            }
        }
        return false;
    }

    /** What the present box is of. */
    public int item() {
        return item;
    }

    /** How far the present box is from the place, rounded down; 0 within it. */
    public int distance() {
        return distance;
    }

    private void add(int node) {
        if (waiting == queue.length) {
            queue = Arrays.copyOf(queue, 2 * waiting);
        }
        long entry = (long) tree.distance(node, x, y) << Integer.SIZE | node;
        int at = waiting++;
        while (at > 0 && queue[(at - 1) / 2] > entry) {
            queue[at] = queue[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        queue[at] = entry;
    }

    private long remove() {
        long first = queue[0];
        long last = queue[--waiting];
        int at = 0;
        for (int child = 1; child < waiting; child = 2 * at + 1) {
            if (child + 1 < waiting && queue[child + 1] < queue[child]) {
                child++;
            }
            if (queue[child] >= last) {
                break;
            }
            queue[at] = queue[child];
            at = child;
        }
        queue[at] = last;
        return first;
    }
}
