package org.diachi.export.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.trace.Trace;

/**
 * Links and nodes of a network, by their numbers.
 *
 * @param links in the order in which they are written
 * @param nodes likewise, with all nodes of the links
 */
public record NetworkPart(Network network, List<Integer> links, List<Integer> nodes) {

    public NetworkPart {
        Objects.requireNonNull(network, "network");
        links = List.copyOf(links);
        nodes = List.copyOf(nodes);
    }

    /** All of a network. */
    public static NetworkPart all(Network network) {
        return new NetworkPart(
                network, upTo(network.links().size()), upTo(network.nodes().size()));
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** What a trace goes through. */
    public static NetworkPart of(Trace trace) {
        Network network = trace.network();
        Set<Integer> nodes = new LinkedHashSet<>(trace.nodes());
        for (int link : trace.links()) {
            // The other end of the link that a trace begins with is not one of its nodes.
            nodes.add(network.tail(link));
            nodes.add(network.head(link));
        }
        nodes.removeIf(node -> node < 0);
        return new NetworkPart(network, trace.links(), List.copyOf(nodes));
    }
}
