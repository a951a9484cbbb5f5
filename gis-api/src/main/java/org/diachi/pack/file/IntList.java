package org.diachi.pack.file;

import java.util.Arrays;

/** Numbers that grow in number. To be used by one thread. */
public final class IntList {

    private int[] values;
    private int size;

    /** An empty one. */
    public IntList(int capacity) {
        this.values = new int[Math.max(4, capacity)];
    }

    /** Adds one. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** One of them. */
    public int get(int index) {
        return values[index];
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Forgets all but the first. */
    public void truncate(int newSize) {
        size = newSize;
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    /** All of them. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
