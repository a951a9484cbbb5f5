package org.diachi.drainage.trace;

/**
 * A place where a trace could not go on, so that more may belong to it than it has.
 *
 * @param reason why
 * @param isLink whether the end of a link is meant, else a node
 * @param number of the link or node in the network
 */
public record Break(Reason reason, boolean isLink, int number) {

    /** Why a trace could not go on. */
    public enum Reason {
        /** The link does not tell its node, and none is near. */
        MISSING_END("missing-end"),
        /** The link tells a node that nobody knows. */
        UNKNOWN_NODE("unknown-node"),
        /** Nothing takes the water on, and the node is no outfall. */
        DEAD_END("dead-end"),
        /** An outfall was asked for, and the water comes to none. */
        NO_OUTFALL("no-outfall");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The name in APIs. */
        public String label() {
            return label;
        }
    }
}
