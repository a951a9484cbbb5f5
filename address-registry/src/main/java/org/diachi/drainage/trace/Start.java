package org.diachi.drainage.trace;

/**
 * Where a trace begins, by the number in the network.
 *
 * @param isLink whether a link is meant, which then belongs to the trace; else a node
 */
public record Start(boolean isLink, int number) {

    /** A trace from a node. */
    public static Start node(int number) {
        return new Start(false, number);
    }

    /** A trace from a link. */
    public static Start link(int number) {
        return new Start(true, number);
    }
}
