package org.diachi.drainage.network;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Finds the node at a place: the nearest within the tolerance, else a new one there. */
final class Junctions {

    private final List<Node> nodes;
    private final NodeGrid grid;

    /**
     * Looks among nodes.
     *
     * @param nodes takes the new ones too
     */
    Junctions(double tolerance, List<Node> nodes) {
        this.nodes = nodes;
        this.grid = new NodeGrid(tolerance, nodes);
        for (int i = 0; i < nodes.size(); i++) {
            grid.add(i);
        }
    }

    /** The number of the node at a place. */
    int at(Coordinate place) {
        return grid.near(place.x, place.y).stream()
                .min(Comparator.comparingDouble(node -> grid.distance(node, place.x, place.y)))
                .orElseGet(() -> begin(place));
    }

    private int begin(Coordinate place) {
        nodes.add(new Node(Node.FOUND, null, "", place.x, place.y, Double.NaN, Double.NaN, 0));
        grid.add(nodes.size() - 1);
        return nodes.size() - 1;
    }
}
