package org.diachi.drainage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkBuilder;
import org.diachi.drainage.network.NetworkRules;
import org.diachi.drainage.network.Node;

/** All states of nodes and links that are believed at one entry of the log. Not thread-safe. */
final class NetworkStates {

    private final Map<Long, List<Dated<Node>>> nodes = new HashMap<>();
    private final Map<Long, List<Dated<Link>>> links = new HashMap<>();

    void addNode(Dated<Node> node) {
        add(nodes, node);
    }

    void addLink(Dated<Link> link) {
        add(links, link);
    }

    private static <T> void add(Map<Long, List<Dated<T>>> states, Dated<T> state) {
        // Nearly every feature has one state: a list of one takes less room than one that can grow.
        states.merge(state.feature(), List.of(state), (known, more) -> {
            List<Dated<T>> all = new ArrayList<>(known);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    /** Puts what is believed of features now in place of what was believed. */
    void replace(Collection<Long> features, NetworkStates fresh) {
        nodes.keySet().removeAll(features);
        links.keySet().removeAll(features);
        nodes.putAll(fresh.nodes);
        links.putAll(fresh.links);
    }

    /** Puts other states in place of all. */
    void replaceAll(NetworkStates fresh) {
        nodes.clear();
        links.clear();
        nodes.putAll(fresh.nodes);
        links.putAll(fresh.links);
    }

    /** The network of a day. */
    Network on(LocalDate day, NetworkRules rules) {
        return new NetworkBuilder(rules, valid(nodes, day), valid(links, day)).build();
    }

    private static <T> List<T> valid(Map<Long, List<Dated<T>>> states, LocalDate day) {
        List<T> items = new ArrayList<>(states.size());
        for (List<Dated<T>> ofFeature : states.values()) {
            for (Dated<T> state : ofFeature) {
                if (state.valid().contains(day)) {
                    items.add(state.item());
                }
            }
        }
        return items;
    }

    /** One sentence for each feature of which the other states tell something else. */
    List<String> differences(NetworkStates truth) {
        List<String> differences = new ArrayList<>();
        compare("node", nodes, truth.nodes, differences);
        compare("link", links, truth.links, differences);
        return differences;
    }

    private static <T> void compare(
            String what, Map<Long, List<Dated<T>>> held, Map<Long, List<Dated<T>>> truth, List<String> differences) {
        truth.forEach((feature, states) -> {
            if (!states.equals(held.get(feature))) {
                differences.add("the " + what + " " + feature + " is otherwise in the register");
            }
        });
        held.keySet().stream()
                .filter(feature -> !truth.containsKey(feature))
                .forEach(feature -> differences.add("the " + what + " " + feature + " is not in the register"));
    }
}
