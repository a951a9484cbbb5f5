package org.diachi.drainage.network;

/** Numbers, the last of which is taken first. */
final class IntStack {

    private final int[] values;
    private int size;

    /** Never holds more than so many. */
    IntStack(int most) {
        values = new int[most];
    }

    void push(int value) {
        values[size++] = value;
    }

    int pop() {
        return values[--size];
    }

    int peek() {
        return values[size - 1];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
