package org.diachi.drainage.check;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NodeGrid;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The parts of a network that hang together whichever way water flows: connected components, by union and find. */
final class Parts {

    private final Network network;
    private final int[] parent;
    private final int[] links;
    private final boolean[] hasOutfall;
    private final boolean[] hasBrokenEnd;
    private final boolean[] isAtBrokenEnd;

    Parts(Network network) {
        int nodes = network.nodes().size();
        this.network = network;
        this.parent = new int[nodes];
        this.links = new int[nodes];
        this.hasOutfall = new boolean[nodes];
        this.hasBrokenEnd = new boolean[nodes];
        this.isAtBrokenEnd = new boolean[nodes];
        Arrays.setAll(parent, node -> node);
        for (int link = 0; link < network.links().size(); link++) {
            int from = network.from(link);
            int to = network.to(link);
            if (from >= 0 && to >= 0) {
                parent[of(from)] = of(to);
            }
        }
        describe();
    }

    private void describe() {
        for (int node = 0; node < parent.length; node++) {
            hasOutfall[of(node)] |= network.isOutfall(node);
        }
        NodeGrid grid = new NodeGrid(network.rules().endToleranceMetres(), network.nodes());
        IntStream.range(0, parent.length).forEach(grid::add);
        for (int link = 0; link < network.links().size(); link++) {
            int from = network.from(link);
            int to = network.to(link);
            if (Math.max(from, to) >= 0) {
                links[of(Math.max(from, to))]++;
                hasBrokenEnd[of(Math.max(from, to))] |= from < 0 || to < 0 || from == to;
            }
            breakAt(from, network.link(link).first(), grid);
            breakAt(to, network.link(link).last(), grid);
        }
    }

    /** An end that tells no known node is most likely meant for the one that it is drawn to. */
    private void breakAt(int end, @Nullable Coordinate place, NodeGrid grid) {
        if (end < 0 && place != null) {
            for (int node : grid.near(place.x, place.y)) {
                isAtBrokenEnd[node] = true;
                hasBrokenEnd[of(node)] = true;
            }
        }
    }

    /** Whether a link is drawn to the node that tells another, or none. */
    boolean isAtBrokenEnd(int node) {
        return isAtBrokenEnd[node];
    }

    /** The node that stands for the part that a node is in. */
    int of(int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    int links(int part) {
        return links[part];
    }

    boolean hasOutfall(int part) {
        return hasOutfall[part];
    }

    /** Whether one of its links leads nowhere, which may be all that keeps it apart. */
    boolean hasBrokenEnd(int part) {
        return hasBrokenEnd[part];
    }

    /** Whether water leaves the network anywhere. */
    boolean anyOutfall() {
        for (boolean outfall : hasOutfall) {
            if (outfall) {
                return true;
            }
        }
        return false;
    }

    /** The part with the most links; -1 if there is none. */
    int largest() {
        int largest = -1;
        for (int part = 0; part < parent.length; part++) {
            if (parent[part] == part && (largest < 0 || links[part] > links[largest])) {
                largest = part;
            }
        }
        return largest;
    }
}
