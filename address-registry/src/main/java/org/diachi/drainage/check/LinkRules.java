package org.diachi.drainage.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What can be wrong with links, each for itself. */
final class LinkRules {

    private record Ends(int first, int second) {}

    private final Network network;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();
    private final Map<Ends, List<Integer>> between = new HashMap<>();

    LinkRules(Network network, Findings findings) {
        this.network = network;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < network.links().size(); i++) {
            checkTwice(i);
            checkEnd(i, true);
            checkEnd(i, false);
            checkDrawing(i);
            checkLevels(i);
        }
    }

    private void checkTwice(int number) {
        Link link = network.link(number);
        if (link.id() != null && !ids.add(link.id())) {
            findings.link(
                    Rule.DUPLICATE_LINK, number, "Another link has the id " + link.id() + " too. Give one another.");
            return;
        }
        int from = network.from(number);
        int to = network.to(number);
        if (from < 0 || to < 0) {
            return;
        }
        if (from == to) {
            findings.link(
                    Rule.SELF_LOOP,
                    number,
                    link.name() + " begins and ends at " + network.node(from).name() + ". Correct one of its ends.");
            return;
        }
        List<Integer> others =
                between.computeIfAbsent(new Ends(Math.min(from, to), Math.max(from, to)), any -> new ArrayList<>(1));
        for (int other : others) {
            if (isSameLine(link.shape(), network.link(other).shape())) {
                findings.link(
                        Rule.SAME_LINE,
                        number,
                        link.name() + " is drawn where " + network.link(other).name()
                                + " is. Keep one, unless there are two pipes.");
                break;
            }
        }
        others.add(number);
    }

    private static boolean isSameLine(@Nullable Geometry one, @Nullable Geometry other) {
        return one != null && other != null && (one.equalsExact(other) || one.equalsExact(other.reverse()));
    }

    private void checkEnd(int number, boolean atBeginning) {
        Link link = network.link(number);
        int node = atBeginning ? network.from(number) : network.to(number);
        String end = atBeginning ? "fromNode" : "toNode";
        if (node == Network.MISSING) {
            boolean isSecond = !atBeginning && network.from(number) == Network.MISSING;
            if (!isSecond) {
                findings.end(
                        Rule.MISSING_END,
                        number,
                        atBeginning,
                        link.name() + " tells no " + (isBare(number) ? "node at either end" : end) + ". Name it.");
            }
        } else if (node == Network.UNKNOWN) {
            findings.end(
                    Rule.UNKNOWN_NODE,
                    number,
                    atBeginning,
                    link.name() + " tells as " + end + " \"" + (atBeginning ? link.from() : link.to())
                            + "\", which no node is. Add it to the nodes, or correct it.");
        } else if (network.node(node).feature() == Node.FOUND && network.degree(node) == 1) {
            findings.end(
                    Rule.DANGLING_END,
                    number,
                    atBeginning,
                    link.name() + " ends where nothing else is within "
                            + network.rules().toleranceMetres() + " m. Draw it to its node, or add the node.");
        }
    }

    private boolean isBare(int number) {
        return network.from(number) == Network.MISSING && network.to(number) == Network.MISSING;
    }

    private void checkDrawing(int number) {
        Link link = network.link(number);
        Coordinate first = link.first();
        Coordinate last = link.last();
        int from = network.from(number);
        int to = network.to(number);
        if (first == null
                || last == null
                || from < 0
                || to < 0
                || from == to
                || link.from() == null
                || link.to() == null) {
            return;
        }
        boolean isRight = isAt(first, from) && isAt(last, to);
        if (isRight) {
            return;
        }
        if (isAt(first, to) && isAt(last, from)) {
            findings.link(
                    Rule.REVERSED,
                    number,
                    link.name() + " is drawn from " + link.to() + " to " + link.from()
                            + " and tells it the other way round. Turn the line about, or change its ends.");
        } else {
            boolean atBeginning = !isAt(first, from);
            findings.end(
                    Rule.ENDS_ELSEWHERE,
                    number,
                    atBeginning,
                    link.name()
                            + " is drawn to end %.2f m from %s. Draw it to its node, or correct the end."
                                    .formatted(
                                            distance(atBeginning ? first : last, atBeginning ? from : to),
                                            network.node(atBeginning ? from : to)
                                                    .name()));
        }
    }

    private boolean isAt(Coordinate end, int node) {
        return distance(end, node) <= network.rules().endToleranceMetres();
    }

    private double distance(Coordinate end, int node) {
        return Math.hypot(
                end.x - network.node(node).x(), end.y - network.node(node).y());
    }

    private void checkLevels(int number) {
        Link link = network.link(number);
        if (link.isUphill()) {
            findings.link(
                    Rule.UPHILL,
                    number,
                    "%s rises from %.3f m to %.3f m: its water flows to its beginning. Correct the inverts, or change its ends."
                            .formatted(link.name(), link.fromInvertMetres(), link.toInvertMetres()));
        }
    }
}
