package org.diachi.http.geojson;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * Reads GeoJSON geometries as they stand: the first number of a position is x. Heights are left out. Wrong ones end with
 * an {@link IllegalArgumentException} whose message continues a sentence about the geometry.
 */
final class GeometryReader {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** More nesting than that is no geometry but an attack. */
    private static final int DEEPEST = 8;

    private GeometryReader() {}

    static Geometry read(JsonNode node) {
        return read(node, 0);
    }

    private static Geometry read(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("is nested too deeply");
        }
        JsonNode coordinates = node.path("coordinates");
        String type = node.path("type").stringValue("");
        return switch (type) {
            case "Point" -> FACTORY.createPoint(position(coordinates));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates, 0));
            case "LineString" -> FACTORY.createLineString(positions(coordinates, 2));
            case "MultiLineString" ->
                FACTORY.createMultiLineString(list(coordinates).stream()
                        .map(line -> FACTORY.createLineString(positions(line, 2)))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        list(coordinates).stream().map(GeometryReader::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                FACTORY.createGeometryCollection(list(node.path("geometries")).stream()
                        .map(part -> read(part, depth + 1))
                        .toArray(Geometry[]::new));
            default ->
                throw new IllegalArgumentException(
                        "has the type \"" + type + "\", which is none of GeoJSON's geometries");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<JsonNode> list = list(rings);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("has a polygon without rings");
        }
        LinearRing[] holes = list.stream().skip(1).map(GeometryReader::ring).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(ring(list.get(0)), holes);
    }

    private static LinearRing ring(JsonNode node) {
        Coordinate[] positions = positions(node, 4);
        if (!positions[0].equals2D(positions[positions.length - 1])) {
            throw new IllegalArgumentException("has a ring that does not end where it begins");
        }
        return FACTORY.createLinearRing(positions);
    }

    private static Coordinate[] positions(JsonNode node, int least) {
        Coordinate[] positions =
                list(node).stream().map(GeometryReader::position).toArray(Coordinate[]::new);
        if (positions.length < least) {
            throw new IllegalArgumentException("has " + positions.length + " positions where " + least + " are needed");
        }
        return positions;
    }

    private static Coordinate position(JsonNode node) {
        if (!node.isArray()
                || node.size() < 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            throw new IllegalArgumentException("has a position that is not two or three numbers: " + node);
        }
        return new Coordinate(node.get(0).doubleValue(), node.get(1).doubleValue());
    }

    private static List<JsonNode> list(JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("lacks its list of coordinates");
        }
        List<JsonNode> nodes = new ArrayList<>(node.size());
        node.forEach(nodes::add);
        return nodes;
    }
}
