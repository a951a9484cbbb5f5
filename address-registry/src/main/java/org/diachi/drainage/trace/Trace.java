package org.diachi.drainage.trace;

import java.util.List;
import java.util.Objects;
import org.diachi.drainage.network.Network;

/**
 * What belongs together along the flow. All lists hold numbers of the network, in the order of their distance from the
 * start along the links.
 *
 * @param network the state in which it was traced
 * @param links those that the trace goes through
 * @param nodes those that it comes to
 * @param outfalls those of the nodes where water leaves the network
 * @param stops nodes where it ended because it was told to
 * @param breaks where it could not go on
 * @param loops how many loops it came through
 * @param profile along the way that tells most: to the nearest outfall, else to the farthest node
 */
public record Trace(
        Network network,
        Start start,
        Direction direction,
        List<Integer> links,
        List<Integer> nodes,
        List<Integer> outfalls,
        List<Integer> stops,
        List<Break> breaks,
        int loops,
        Totals totals,
        Profile profile) {

    public Trace {
        Objects.requireNonNull(network, "network");
        links = List.copyOf(links);
        nodes = List.copyOf(nodes);
        outfalls = List.copyOf(outfalls);
        stops = List.copyOf(stops);
        breaks = List.copyOf(breaks);
    }

    /** Whether nothing can be missing: the trace nowhere met an end that leads nobody knows where. */
    public boolean isComplete() {
        return breaks.isEmpty();
    }
}
