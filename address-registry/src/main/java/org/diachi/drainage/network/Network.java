package org.diachi.drainage.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A network of nodes and links, each known by its number in the lists. Water flows from a link's tail to its head: downhill
 * where both inverts are known and differ, else in the order of digitising. Immutable and thread-safe.
 */
public final class Network {

    /** In place of a node: the link does not tell one, and none is near. */
    public static final int MISSING = -1;

    /** In place of a node: the link tells an id that no node has. */
    public static final int UNKNOWN = -2;

    private final NetworkRules rules;
    private final List<Node> nodes;
    private final List<Link> links;
    private final int[] from;
    private final int[] to;
    private final Adjacency outgoing;
    private final Adjacency incoming;
    private final Map<String, Integer> nodesById = new HashMap<>();
    private final Map<String, Integer> linksById = new HashMap<>();
    private final long[] nodeFeatures;
    private final long[] linkFeatures;
    private @Nullable Loops loops;
    private @Nullable LinkIndex index;

    /**
     * A network whose links know their nodes.
     *
     * @param nodes those with features in the order of these first, then those that were found
     * @param links in the order of their features
     * @param from the number of the node where each link begins, or what is there in its place
     * @param to likewise where it ends
     */
    Network(NetworkRules rules, List<Node> nodes, List<Link> links, int[] from, int[] to) {
        this.rules = rules;
        this.nodes = List.copyOf(nodes);
        this.links = List.copyOf(links);
        this.from = from.clone();
        this.to = to.clone();
        this.outgoing = new Adjacency(nodes.size(), eachLink(true));
        this.incoming = new Adjacency(nodes.size(), eachLink(false));
        for (int i = 0; i < nodes.size(); i++) {
            String id = nodes.get(i).id();
            if (id != null) {
                nodesById.putIfAbsent(id, i);
            }
        }
        for (int i = 0; i < links.size(); i++) {
            String id = links.get(i).id();
            if (id != null) {
                linksById.putIfAbsent(id, i);
            }
        }
        this.nodeFeatures = nodes.stream()
                .mapToLong(Node::feature)
                .takeWhile(feature -> feature != Node.FOUND)
                .toArray();
        this.linkFeatures = links.stream().mapToLong(Link::feature).toArray();
    }

    private int[] eachLink(boolean tails) {
        int[] ends = new int[links.size()];
        Arrays.setAll(ends, link -> tails ? tail(link) : head(link));
        return ends;
    }

    /** How it was made. */
    public NetworkRules rules() {
        return rules;
    }

    /** All nodes: the structures, then the places where links meet without one. */
    public List<Node> nodes() {
        return nodes;
    }

    /** All links. */
    public List<Link> links() {
        return links;
    }

    /** A node by its number. */
    public Node node(int number) {
        return nodes.get(number);
    }

    /** A link by its number. */
    public Link link(int number) {
        return links.get(number);
    }

    /** The node where a link begins as it was digitised, {@link #MISSING} or {@link #UNKNOWN}. */
    public int from(int link) {
        return from[link];
    }

    /** The node where a link ends as it was digitised, {@link #MISSING} or {@link #UNKNOWN}. */
    public int to(int link) {
        return to[link];
    }

    /** Whether water flows against the order of digitising. */
    public boolean isAgainst(int link) {
        return links.get(link).isUphill();
    }

    /** The node that a link takes water from, {@link #MISSING} or {@link #UNKNOWN}. */
    public int tail(int link) {
        return isAgainst(link) ? to[link] : from[link];
    }

    /** The node that a link gives water to, {@link #MISSING} or {@link #UNKNOWN}. */
    public int head(int link) {
        return isAgainst(link) ? from[link] : to[link];
    }

    /** The level of a link's bottom at its upper end; NaN if not known. */
    public double upperInvert(int link) {
        Link told = links.get(link);
        return isAgainst(link) ? told.toInvertMetres() : told.fromInvertMetres();
    }

    /** The level of a link's bottom at its lower end; NaN if not known. */
    public double lowerInvert(int link) {
        Link told = links.get(link);
        return isAgainst(link) ? told.fromInvertMetres() : told.toInvertMetres();
    }

    /** The links that take water from a node. */
    public int[] outgoing(int node) {
        return list(outgoing, node);
    }

    /** The links that bring water to a node. */
    public int[] incoming(int node) {
        return list(incoming, node);
    }

    private static int[] list(Adjacency adjacency, int node) {
        int[] list = new int[adjacency.count(node)];
        Arrays.setAll(list, i -> adjacency.link(node, i));
        return list;
    }

    int outgoingCount(int node) {
        return outgoing.count(node);
    }

    int outgoingLink(int node, int i) {
        return outgoing.link(node, i);
    }

    /** Where water would flow in circles; found when first asked for. */
    public synchronized Loops loops() {
        if (loops == null) {
            loops = Loops.of(this);
        }
        return loops;
    }

    /** Where the links are; made when first asked for. */
    public synchronized LinkIndex index() {
        if (index == null) {
            index = new LinkIndex(this);
        }
        return index;
    }

    /** How many links hang on a node. */
    public int degree(int node) {
        return outgoing.count(node) + incoming.count(node);
    }

    /** Whether water leaves the network at a node. */
    public boolean isOutfall(int node) {
        return rules.isOutfall(nodes.get(node));
    }

    /** The node of an id; of several the first. */
    public OptionalInt findNode(String id) {
        return number(nodesById.get(id));
    }

    /** The link of an id; of several the first. */
    public OptionalInt findLink(String id) {
        return number(linksById.get(id));
    }

    private static OptionalInt number(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The node that is a feature of the layer. */
    public OptionalInt findNodeFeature(long feature) {
        return search(nodeFeatures, feature);
    }

    /** The link that is a feature of the layer. */
    public OptionalInt findLinkFeature(long feature) {
        return search(linkFeatures, feature);
    }

    private static OptionalInt search(long[] features, long feature) {
        int at = Arrays.binarySearch(features, feature);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
