package org.diachi.export.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.diachi.drainage.network.Link;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.export.FeatureWriter;
import org.diachi.export.Field;
import org.diachi.export.GeoPackage;
import org.diachi.export.GeometryKind;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Writes links and nodes as two tables of a GeoPackage, with which way each link flows. */
public final class NetworkGeoPackage {

    private static final List<Field> LINK_FIELDS = List.of(
            Field.text("id"),
            Field.text("upper_node"),
            Field.text("lower_node"),
            Field.text("type"),
            Field.text("section"),
            Field.real("width"),
            Field.real("height"),
            Field.real("upper_invert"),
            Field.real("lower_invert"),
            Field.real("length"),
            Field.real("volume"),
            Field.bool("against"));

    private static final List<Field> NODE_FIELDS =
            List.of(Field.text("id"), Field.text("type"), Field.real("ground"), Field.real("invert"));

    private NetworkGeoPackage() {}

    /**
     * Writes a file; one of that name is replaced.
     *
     * @param storage the CRS of the network
     * @param crs the CRS of the file
     * @param time written as the time of the last change
     */
    public static void write(NetworkPart part, Path file, Crs storage, Crs crs, Instant time) throws IOException {
        CrsTransform transform = CrsTransform.between(storage, crs);
        try (GeoPackage geopackage = GeoPackage.create(file, crs, time)) {
            FeatureWriter links = geopackage.table(new FeatureType("links", GeometryKind.GEOMETRY, crs, LINK_FIELDS));
            for (int number : part.links()) {
                links.write(link(part.network(), number, transform));
            }
            FeatureWriter nodes = geopackage.table(new FeatureType("nodes", GeometryKind.POINT, crs, NODE_FIELDS));
            GeometryFactory geometries = new GeometryFactory(new PrecisionModel(), storage.epsg());
            for (int number : part.nodes()) {
                nodes.write(node(part.network().node(number), geometries, transform));
            }
        }
    }

    private static Feature link(Network network, int number, CrsTransform transform) {
        Link link = network.link(number);
        Geometry shape = link.shape();
        return Feature.of(
                shape == null ? null : transform.apply(shape),
                link.name(),
                name(network, network.tail(number)),
                name(network, network.head(number)),
                link.type(),
                link.section().label(),
                known(link.section().widthMetres()),
                known(link.section().heightMetres()),
                known(network.upperInvert(number)),
                known(network.lowerInvert(number)),
                link.lengthMetres(),
                known(link.volumeCubicMetres()),
                network.isAgainst(number));
    }

    private static Feature node(Node node, GeometryFactory geometries, CrsTransform transform) {
        return Feature.of(
                transform.apply(geometries.createPoint(new Coordinate(node.x(), node.y()))),
                node.name(),
                node.type(),
                known(node.groundMetres()),
                known(node.invertMetres()));
    }

    private static @Nullable String name(Network network, int node) {
        return node < 0 ? null : network.node(node).name();
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
