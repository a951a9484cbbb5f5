package org.diachi.drainage.trace;

import java.util.Arrays;

/** Nodes by their distance, the nearest first: a binary heap without objects. */
final class NodeQueue {

    private static final int FIRST_SIZE = 64;

    private int[] nodes = new int[FIRST_SIZE];
    private double[] keys = new double[FIRST_SIZE];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int node, double distance) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
        }
        int at = size++;
        while (at > 0 && keys[(at - 1) / 2] > distance) {
            put(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
        nodes[at] = node;
        keys[at] = distance;
    }

    int remove() {
        int first = nodes[0];
        int node = nodes[--size];
        double key = keys[size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            put(at, child);
            at = child;
        }
        nodes[at] = node;
        keys[at] = key;
        return first;
    }

    private void put(int to, int from) {
        nodes[to] = nodes[from];
        keys[to] = keys[from];
    }
}
