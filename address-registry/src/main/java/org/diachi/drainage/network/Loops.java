package org.diachi.drainage.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The nodes between which water would flow in a circle: the strongly connected components with more than one node, or with
 * a link to itself, by Tarjan's algorithm (R. Tarjan, Depth-first search and linear graph algorithms, 1972), without
 * recursion.
 */
public final class Loops {

    /** In place of a loop: the node is in none. */
    public static final int NONE = -1;

    private final Network network;
    private final int[] index;
    private final int[] low;
    private final boolean[] isOpen;
    private final int[] next;
    private final int[] loop;
    private final IntStack path;
    private final IntStack open;
    private final List<int[]> found = new ArrayList<>();
    private int count;

    private Loops(Network network) {
        int nodes = network.nodes().size();
        this.network = network;
        this.index = new int[nodes];
        this.low = new int[nodes];
        this.next = new int[nodes];
        this.isOpen = new boolean[nodes];
        this.loop = new int[nodes];
        this.path = new IntStack(nodes);
        this.open = new IntStack(nodes);
        Arrays.fill(loop, NONE);
    }

    static Loops of(Network network) {
        Loops loops = new Loops(network);
        for (int node = 0; node < loops.index.length; node++) {
            if (loops.index[node] == 0) {
                loops.visit(node);
            }
        }
        return loops;
    }

    /** The nodes of each loop. */
    public List<int[]> list() {
        return found.stream().map(int[]::clone).toList();
    }

    /** The number of the loop that a node is in, or {@link #NONE}. */
    public int loopOf(int node) {
        return loop[node];
    }

    private void visit(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int node = path.peek();
            if (next[node] < network.outgoingCount(node)) {
                step(node, network.head(network.outgoingLink(node, next[node]++)));
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    low[path.peek()] = Math.min(low[path.peek()], low[node]);
                }
                if (low[node] == index[node]) {
                    close(node);
                }
            }
        }
    }

    private void enter(int node) {
        index[node] = ++count;
        low[node] = count;
        isOpen[node] = true;
        path.push(node);
        open.push(node);
    }

    private void step(int node, int head) {
        if (head < 0) {
            return;
        }
        if (index[head] == 0) {
            enter(head);
        } else if (isOpen[head]) {
            low[node] = Math.min(low[node], index[head]);
        }
    }

    private void close(int root) {
        int size = 0;
        int[] members = new int[open.size()];
        int node;
        do {
            node = open.pop();
            isOpen[node] = false;
            members[size++] = node;
        } while (node != root);
        if (size > 1 || hasLinkToItself(root)) {
            int[] nodes = Arrays.copyOf(members, size);
            Arrays.sort(nodes);
            for (int member : nodes) {
                loop[member] = found.size();
            }
            found.add(nodes);
        }
    }

    private boolean hasLinkToItself(int node) {
        return Arrays.stream(network.outgoing(node)).anyMatch(link -> network.head(link) == node);
    }
}
