package org.diachi.bench.drainage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * One tree of drains, so that a trace from its outfall upstream goes through every link: link n leads from node n to node
 * (n − 1) / 2, over thirty metres.
 */
final class InventedDrains {

    private static final int BATCH = 5_000;
    private static final double SPACING_METRES = 30;

    private final Registry registry;
    private final int links;
    private final GeometryFactory geometries;
    private final Coordinate corner;
    private final int columns;

    InventedDrains(Registry registry, int links) {
        this.registry = registry;
        this.links = links;
        this.columns = (int) Math.ceil(Math.sqrt(links + 1.0));
        this.corner = new Coordinate(
                registry.profile().goldenPoint().x(),
                registry.profile().goldenPoint().y());
        this.geometries = new GeometryFactory(
                new PrecisionModel(), registry.profile().storageCrs().epsg());
    }

    static String id(int node) {
        return "N" + node;
    }

    void register() {
        List<FeatureRegistration> batch = new ArrayList<>(BATCH);
        for (int node = 0; node <= links; node++) {
            batch.add(node(node));
            submit("drainage-nodes", batch, node == links);
        }
        for (int link = 1; link <= links; link++) {
            batch.add(link(link));
            submit("drainage-links", batch, link == links);
        }
    }

    private void submit(String collection, List<FeatureRegistration> batch, boolean isLast) {
        if (batch.size() == BATCH || isLast) {
            Layer layer = registry.layers().find(collection).orElseThrow();
            ActContext context = ActContext.of("bench", registry.profile().today());
            registry.featureRegister().register(layer, "bench", List.copyOf(batch), context);
            batch.clear();
        }
    }

    private Coordinate place(int node) {
        return new Coordinate(
                corner.x + SPACING_METRES * (node % columns), corner.y + SPACING_METRES * (node / columns));
    }

    private static double level(int node) {
        return Math.log(node + 1.0);
    }

    private FeatureRegistration node(int node) {
        Map<String, Object> attributes = Map.of(
                "nodeId",
                id(node),
                "type",
                node == 0 ? "outfall" : "manhole",
                "groundLevel",
                level(node) + 2,
                "invertLevel",
                level(node));
        return new FeatureRegistration(
                id(node), (long) node, null, null, attributes, geometries.createPoint(place(node)));
    }

    private FeatureRegistration link(int node) {
        int below = (node - 1) / 2;
        Map<String, Object> attributes = Map.of(
                "linkId",
                "L" + node,
                "fromNode",
                id(node),
                "toNode",
                id(below),
                "type",
                "pipe",
                "crossSection",
                "circular",
                "diameter",
                400,
                "upstreamInvert",
                level(node),
                "downstreamInvert",
                level(below));
        Coordinate[] line = {place(node), place(below)};
        return new FeatureRegistration(
                "L" + node, (long) node, null, null, attributes, geometries.createLineString(line));
    }
}
