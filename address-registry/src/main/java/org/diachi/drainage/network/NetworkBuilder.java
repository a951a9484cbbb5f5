package org.diachi.drainage.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Finds out which links meet at which nodes: by ids, and by geometry where a link tells none and the rules allow it. */
public final class NetworkBuilder {

    private final NetworkRules rules;
    private final List<Node> nodes;
    private final List<Link> links;
    private final Map<String, Integer> byId = new HashMap<>();

    /** Nodes and links in any order. */
    public NetworkBuilder(NetworkRules rules, List<Node> nodes, List<Link> links) {
        this.rules = rules;
        this.nodes = new ArrayList<>(nodes);
        this.nodes.sort(Comparator.comparingLong(Node::feature));
        this.links = new ArrayList<>(links);
        this.links.sort(Comparator.comparingLong(Link::feature));
    }

    /** The network. */
    public Network build() {
        for (int i = 0; i < nodes.size(); i++) {
            String id = nodes.get(i).id();
            if (id != null) {
                byId.putIfAbsent(id, i);
            }
        }
        int[] from = new int[links.size()];
        int[] to = new int[links.size()];
        for (int i = 0; i < links.size(); i++) {
            from[i] = byId(links.get(i).from());
            to[i] = byId(links.get(i).to());
        }
        if (rules.isByGeometry()) {
            findByGeometry(from, to);
        }
        return new Network(rules, nodes, links, from, to);
    }

    private int byId(@Nullable String id) {
        if (id == null) {
            return Network.MISSING;
        }
        return byId.getOrDefault(id, Network.UNKNOWN);
    }

    private void findByGeometry(int[] from, int[] to) {
        Junctions junctions = new Junctions(rules.toleranceMetres(), nodes);
        for (int i = 0; i < links.size(); i++) {
            from[i] = byPlace(from[i], links.get(i).first(), junctions);
            to[i] = byPlace(to[i], links.get(i).last(), junctions);
        }
    }

    private static int byPlace(int known, @Nullable Coordinate end, Junctions junctions) {
        return known == Network.MISSING && end != null ? junctions.at(end) : known;
    }
}
