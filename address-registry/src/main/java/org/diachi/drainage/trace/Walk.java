package org.diachi.drainage.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.diachi.drainage.network.Loops;
import org.diachi.drainage.network.Network;

/**
 * One trace while it goes on: the shortest ways along the links from the start, by Dijkstra's algorithm (E. W. Dijkstra, A
 * note on two problems in connexion with graphs, 1959). A node that is settled once is not gone through again, so that
 * loops end.
 */
final class Walk {

    private static final int NO_LINK = -1;

    private final Network network;
    private final Direction direction;
    private final Set<String> stopTypes;
    private final double[] distance;
    private final int[] via;
    private final boolean[] isSettled;
    private final NodeQueue queue = new NodeQueue();
    private final List<Integer> links = new ArrayList<>();
    private final List<Integer> nodes = new ArrayList<>();
    private final List<Integer> outfalls = new ArrayList<>();
    private final List<Integer> stops = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private int startNode = NO_LINK;

    Walk(Network network, Direction direction, Set<String> stopTypes) {
        this.network = network;
        this.direction = direction;
        this.stopTypes = Set.copyOf(stopTypes);
        int count = network.nodes().size();
        this.distance = new double[count];
        this.via = new int[count];
        this.isSettled = new boolean[count];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(via, NO_LINK);
    }

    private boolean isUpwards() {
        return direction == Direction.UPSTREAM;
    }

    void begin(Start start) {
        if (start.isLink()) {
            links.add(start.number());
            follow(start.number(), 0);
        } else {
            startNode = start.number();
            reach(start.number(), 0, NO_LINK);
        }
    }

    void run() {
        while (!queue.isEmpty()) {
            int node = queue.remove();
            if (!isSettled[node]) {
                isSettled[node] = true;
                settle(node);
                if (direction == Direction.OUTFALL && !outfalls.isEmpty()) {
                    return;
                }
            }
        }
    }

    private void settle(int node) {
        nodes.add(node);
        if (network.isOutfall(node)) {
            outfalls.add(node);
        }
        if (node != startNode && stopTypes.contains(network.node(node).type())) {
            stops.add(node);
            return;
        }
        int[] onward = isUpwards() ? network.incoming(node) : network.outgoing(node);
        if (onward.length == 0 && !isUpwards() && !network.isOutfall(node)) {
            breaks.add(new Break(Break.Reason.DEAD_END, false, node));
        }
        for (int link : onward) {
            if (startsWith(link)) {
                continue;
            }
            links.add(link);
            follow(link, distance[node]);
        }
    }

    /** A loop comes back to the link that the trace began with. */
    private boolean startsWith(int link) {
        return startNode == NO_LINK && links.get(0) == link;
    }

    private void follow(int link, double distanceMetres) {
        int next = isUpwards() ? network.tail(link) : network.head(link);
        if (next >= 0) {
            reach(next, distanceMetres + network.link(link).lengthMetres(), link);
        } else {
            Break.Reason reason = next == Network.UNKNOWN ? Break.Reason.UNKNOWN_NODE : Break.Reason.MISSING_END;
            breaks.add(new Break(reason, true, link));
        }
    }

    private void reach(int node, double metres, int link) {
        if (metres < distance[node]) {
            distance[node] = metres;
            via[node] = link;
            queue.add(node, metres);
        }
    }

    Trace trace(Start start) {
        List<Integer> way = way(start);
        if (direction == Direction.OUTFALL && !outfalls.isEmpty()) {
            keepOnly(start, way);
        } else if (direction == Direction.OUTFALL && breaks.isEmpty()) {
            breaks.add(new Break(Break.Reason.NO_OUTFALL, false, goal()));
        }
        return new Trace(
                network,
                start,
                direction,
                links,
                nodes,
                outfalls,
                stops,
                breaks,
                loops(),
                Totals.of(network, links),
                Profile.along(network, way, isUpwards()));
    }

    /** The links from the start to the nearest outfall, else to the farthest node. */
    private List<Integer> way(Start start) {
        List<Integer> way = new ArrayList<>();
        int goal = goal();
        for (int node = goal; node >= 0 && via[node] != NO_LINK; ) {
            int link = via[node];
            way.add(link);
            node = link == startLink(start) ? NO_LINK : isUpwards() ? network.head(link) : network.tail(link);
        }
        if (way.isEmpty() && start.isLink()) {
            way.add(start.number());
        }
        Collections.reverse(way);
        return way;
    }

    private static int startLink(Start start) {
        return start.isLink() ? start.number() : NO_LINK;
    }

    private int goal() {
        if (!isUpwards() && !outfalls.isEmpty()) {
            return outfalls.get(0);
        }
        return nodes.isEmpty() ? NO_LINK : nodes.get(nodes.size() - 1);
    }

    /** What was met beside the way to the outfall does not belong to it. */
    private void keepOnly(Start start, List<Integer> way) {
        links.clear();
        links.addAll(way);
        nodes.clear();
        if (!start.isLink()) {
            nodes.add(start.number());
        }
        way.forEach(link -> nodes.add(network.head(link)));
        stops.clear();
        breaks.clear();
    }

    private int loops() {
        Loops known = network.loops();
        Set<Integer> met = new TreeSet<>();
        for (int node : nodes) {
            if (known.loopOf(node) != Loops.NONE) {
                met.add(known.loopOf(node));
            }
        }
        return met.size();
    }
}
