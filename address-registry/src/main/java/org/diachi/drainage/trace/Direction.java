package org.diachi.drainage.trace;

import java.util.Optional;

/** Which way a trace goes. */
public enum Direction {
    /** Against the flow: everything that drains to the start. */
    UPSTREAM("upstream"),
    /** With the flow: everything that the water of the start may reach. */
    DOWNSTREAM("downstream"),
    /** With the flow by the shortest way to an outfall. */
    OUTFALL("outfall");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /** The name in APIs. */
    public String label() {
        return label;
    }

    /** The direction of a name. */
    public static Optional<Direction> find(String label) {
        for (Direction direction : values()) {
            if (direction.label.equals(label)) {
                return Optional.of(direction);
            }
        }
        return Optional.empty();
    }
}
