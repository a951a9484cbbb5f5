package org.diachi.drainage.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.locationtech.jts.geom.Geometry;

/** What can be wrong with the ways that water takes through the network. */
final class FlowRules {

    private static final int NODES_TO_NAME = 10;

    private final Network network;
    private final Findings findings;
    private final Parts parts;

    FlowRules(Network network, Findings findings) {
        this.network = network;
        this.findings = findings;
        this.parts = new Parts(network);
    }

    void check() {
        network.loops().list().forEach(this::checkLoop);
        BitSet apart = checkParts();
        if (parts.anyOutfall()) {
            checkDeadEnds(apart);
        }
    }

    private void checkLoop(int[] nodes) {
        List<Integer> inside = new ArrayList<>();
        for (int node : nodes) {
            for (int link : network.outgoing(node)) {
                if (Arrays.binarySearch(nodes, network.head(link)) >= 0) {
                    inside.add(link);
                }
            }
        }
        int first = inside.get(0);
        if (nodes.length == 1) {
            // A link to itself has a rule of its own.
            return;
        }
        Geometry[] shapes = inside.stream()
                .map(link -> network.link(link).shape())
                .filter(shape -> shape != null)
                .toArray(Geometry[]::new);
        String names = Arrays.stream(nodes)
                .limit(NODES_TO_NAME)
                .mapToObj(node -> network.node(node).name())
                .collect(Collectors.joining(", "));
        findings.link(
                Rule.LOOP,
                first,
                "Water would flow in a circle through " + nodes.length + " nodes: " + names
                        + (nodes.length > NODES_TO_NAME ? " …" : "") + ". Correct the inverts or ends of one of the "
                        + inside.size() + " links.",
                shapes.length == 0 ? null : shapes[0].getFactory().buildGeometry(Arrays.asList(shapes)));
    }

    private BitSet checkParts() {
        int largest = parts.largest();
        boolean hasOutfalls = parts.anyOutfall();
        BitSet apart = new BitSet();
        for (int number = 0; number < network.links().size(); number++) {
            int end = Math.max(network.from(number), network.to(number));
            if (end < 0) {
                continue;
            }
            int part = parts.of(end);
            boolean isApart = hasOutfalls ? !parts.hasOutfall(part) : part != largest;
            if (isApart && !parts.hasBrokenEnd(part) && !apart.get(part)) {
                apart.set(part);
                Link link = network.link(number);
                findings.link(
                        Rule.DISCONNECTED,
                        number,
                        "The part of " + parts.links(part) + " links that " + link.name() + " belongs to "
                                + (hasOutfalls ? "has no outfall" : "hangs on no other")
                                + ". Add the link or the outfall that is missing.");
            }
        }
        return apart;
    }

    private void checkDeadEnds(BitSet apart) {
        for (int node = 0; node < network.nodes().size(); node++) {
            int[] incoming = network.incoming(node);
            if (incoming.length > 0
                    && network.outgoing(node).length == 0
                    && !network.isOutfall(node)
                    && !apart.get(parts.of(node))
                    && !parts.isAtBrokenEnd(node)
                    && !hasLinkMeantToLeave(node, incoming)) {
                findings.link(
                        Rule.DEAD_END,
                        incoming[0],
                        "The water of " + network.link(incoming[0]).name() + " comes to "
                                + network.node(node).name()
                                + ", which is no outfall, and nothing takes it on. Add the link that is missing.",
                        findings.place(node));
            }
        }
    }

    /** A link that begins here and flows back by its inverts has a finding of its own. */
    private boolean hasLinkMeantToLeave(int node, int[] incoming) {
        return Arrays.stream(incoming).anyMatch(link -> network.from(link) == node);
    }
}
