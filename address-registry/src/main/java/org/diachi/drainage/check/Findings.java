package org.diachi.drainage.check;

import java.util.ArrayList;
import java.util.List;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Collects the findings of one network. */
final class Findings {

    private final Network network;
    private final GeometryFactory geometries;
    private final List<Finding> list = new ArrayList<>();

    Findings(Network network, int srid) {
        this.network = network;
        this.geometries = new GeometryFactory(new PrecisionModel(), srid);
    }

    void node(Rule rule, int number, String message) {
        Node node = network.node(number);
        list.add(new Finding(rule, false, node.feature(), node.id(), node.row(), message, place(number)));
    }

    /** A finding of a link as a whole. */
    void link(Rule rule, int number, String message) {
        link(rule, number, message, network.link(number).shape());
    }

    /** A finding at one end of a link. */
    void end(Rule rule, int number, boolean atBeginning, String message) {
        Link link = network.link(number);
        Coordinate end = atBeginning ? link.first() : link.last();
        link(rule, number, message, end == null ? null : geometries.createPoint(end));
    }

    void link(Rule rule, int number, String message, @Nullable Geometry place) {
        Link link = network.link(number);
        list.add(new Finding(rule, true, link.feature(), link.id(), link.row(), message, place));
    }

    Geometry place(int node) {
        return geometries.createPoint(
                new Coordinate(network.node(node).x(), network.node(node).y()));
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
