package org.diachi.drainage.trace;

import java.util.Set;
import org.diachi.drainage.network.Network;

/** Traces through one network. Immutable and thread-safe. */
public final class Tracer {

    private final Network network;

    public Tracer(Network network) {
        this.network = network;
    }

    /**
     * Traces from a node or a link.
     *
     * @param stopTypes types of nodes that the trace comes to but does not pass; the start is passed in any case
     */
    public Trace trace(Start start, Direction direction, Set<String> stopTypes) {
        Walk walk = new Walk(network, direction, stopTypes);
        walk.begin(start);
        walk.run();
        return walk.trace(start);
    }
}
