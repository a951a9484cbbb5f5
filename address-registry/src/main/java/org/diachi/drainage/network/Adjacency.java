package org.diachi.drainage.network;

/** Which links hang on each node, in two arrays. */
final class Adjacency {

    private final int[] begin;
    private final int[] links;

    /**
     * Sorts links by nodes.
     *
     * @param nodeOf the node of each link; negative if it hangs on none
     */
    Adjacency(int nodes, int[] nodeOf) {
        begin = new int[nodes + 1];
        for (int node : nodeOf) {
            if (node >= 0) {
                begin[node + 1]++;
            }
        }
        for (int i = 0; i < nodes; i++) {
            begin[i + 1] += begin[i];
        }
        links = new int[begin[nodes]];
        int[] next = begin.clone();
        for (int link = 0; link < nodeOf.length; link++) {
            if (nodeOf[link] >= 0) {
                links[next[nodeOf[link]]++] = link;
            }
        }
    }

    int count(int node) {
        return begin[node + 1] - begin[node];
    }

    int link(int node, int i) {
        return links[begin[node] + i];
    }
}
