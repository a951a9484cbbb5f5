package org.diachi.drainage.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds nodes near a place. They lie in square cells as wide as the distance that counts, so that only nine cells can have
 * one that is near enough.
 */
public final class NodeGrid {

    private record Cell(long column, long row) {}

    private final double metres;
    private final List<Node> nodes;
    private final Map<Cell, List<Integer>> cells = new HashMap<>();

    /**
     * A grid over nodes, of which those are found that were added.
     *
     * @param metres how near counts
     */
    public NodeGrid(double metres, List<Node> nodes) {
        this.metres = metres;
        this.nodes = nodes;
    }

    /** Adds a node by its number. */
    public void add(int number) {
        Node node = nodes.get(number);
        cells.computeIfAbsent(cell(node.x(), node.y()), any -> new ArrayList<>(1))
                .add(number);
    }

    private Cell cell(double x, double y) {
        return new Cell((long) Math.floor(x / metres), (long) Math.floor(y / metres));
    }

    /** The numbers of all nodes that are near. */
    public List<Integer> near(double x, double y) {
        List<Integer> found = new ArrayList<>(1);
        Cell middle = cell(x, y);
        for (long column = middle.column() - 1; column <= middle.column() + 1; column++) {
            for (long row = middle.row() - 1; row <= middle.row() + 1; row++) {
                for (int number : cells.getOrDefault(new Cell(column, row), List.of())) {
                    if (distance(number, x, y) <= metres) {
                        found.add(number);
                    }
                }
            }
        }
        return found;
    }

    /** How far a node is from a place. */
    public double distance(int number, double x, double y) {
        return Math.hypot(nodes.get(number).x() - x, nodes.get(number).y() - y);
    }
}
