package org.diachi.drainage.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.diachi.drainage.network.NodeGrid;

/** What can be wrong with nodes. */
final class NodeRules {

    /** Two structures cannot be nearer: it is one. */
    private static final double SAME_METRES = 0.01;

    private final Network network;
    private final Findings findings;
    private final Map<String, Node> ids = new HashMap<>();
    private final NodeGrid spots;

    NodeRules(Network network, Findings findings) {
        this.network = network;
        this.findings = findings;
        this.spots = new NodeGrid(SAME_METRES, network.nodes());
    }

    void check() {
        for (int i = 0; i < network.nodes().size(); i++) {
            if (network.node(i).feature() != Node.FOUND && !checkPlace(i) && !checkId(i)) {
                checkLinks(i);
            }
        }
    }

    /** Whether its id stands for another node. */
    private boolean checkId(int number) {
        Node node = network.node(number);
        if (node.id() == null) {
            if (!network.rules().isByGeometry()) {
                findings.node(
                        Rule.NODE_WITHOUT_ID, number, "The node has no id. Give it the one that links call it by.");
            }
        } else {
            Node first = ids.putIfAbsent(node.id(), node);
            if (first != null) {
                findings.node(
                        Rule.DUPLICATE_NODE,
                        number,
                        "Another node has the id " + node.id()
                                + " too, %.2f m from here%s. Give one of them another."
                                        .formatted(Math.hypot(node.x() - first.x(), node.y() - first.y()), row(first)));
                return true;
            }
        }
        return false;
    }

    private void checkLinks(int number) {
        Node node = network.node(number);
        boolean canBeNamed = node.id() != null || network.rules().isByGeometry();
        if (canBeNamed && network.degree(number) == 0 && !network.links().isEmpty()) {
            findings.node(
                    Rule.ISOLATED_NODE, number, "No link hangs on " + node.name() + ". Add its links, or end it.");
        }
    }

    /** Whether another node is in the way. */
    private boolean checkPlace(int number) {
        Node node = network.node(number);
        Optional<Node> other = spots.near(node.x(), node.y()).stream()
                .map(network::node)
                .filter(near -> near.id() == null || !near.id().equals(node.id()))
                .findFirst();
        spots.add(number);
        other.ifPresent(near -> findings.node(
                Rule.SAME_PLACE,
                number,
                node.name() + " lies where " + near.name() + row(near) + " does. Keep one of them."));
        return other.isPresent();
    }

    private static String row(Node node) {
        return node.row() == 0 ? "" : " (row " + node.row() + ")";
    }
}
