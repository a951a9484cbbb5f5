package org.diachi.filter.cql;

import java.util.ArrayList;
import java.util.List;
import org.diachi.filter.FilterException;
import org.diachi.filter.FilterLimits;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** Reads the geometries of CQL2 JSON: those of GeoJSON, and boxes. Heights are left out. */
final class GeometryJson {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private int positions;

    Geometry read(JsonNode node, String pointer) {
        if (node.has("bbox") && !node.has("type")) {
            return box(node.get("bbox"), pointer + "/bbox");
        }
        JsonNode coordinates = node.path("coordinates");
        String inside = pointer + "/coordinates";
        return switch (node.path("type").stringValue("")) {
            case "Point" -> FACTORY.createPoint(position(coordinates, inside));
            case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates, inside));
            case "LineString" -> line(coordinates, inside);
            case "MultiLineString" ->
                FACTORY.createMultiLineString(
                        list(coordinates, inside, this::line).toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates, inside);
            case "MultiPolygon" ->
                FACTORY.createMultiPolygon(
                        list(coordinates, inside, this::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                FACTORY.createGeometryCollection(list(node.path("geometries"), pointer + "/geometries", this::read)
                        .toArray(Geometry[]::new));
            default -> throw new FilterException(pointer + "/type", "this is none of GeoJSON's geometries");
        };
    }

    private interface Reader<T> {
        T read(JsonNode node, String pointer);
    }

    private static <T> List<T> list(JsonNode nodes, String pointer, Reader<T> element) {
        if (!nodes.isArray() || nodes.isEmpty()) {
            throw new FilterException(pointer, "a list with something in it is wanted here");
        }
        List<T> elements = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            elements.add(element.read(nodes.get(i), pointer + "/" + i));
        }
        return elements;
    }

    private Coordinate[] positions(JsonNode nodes, String pointer) {
        return list(nodes, pointer, this::position).toArray(Coordinate[]::new);
    }

    private LineString line(JsonNode nodes, String pointer) {
        Coordinate[] line = positions(nodes, pointer);
        if (line.length < 2) {
            throw new FilterException(pointer, "a line has two positions at least");
        }
        return FACTORY.createLineString(line);
    }

    private Polygon polygon(JsonNode nodes, String pointer) {
        List<LinearRing> rings = list(nodes, pointer, this::ring);
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode nodes, String pointer) {
        Coordinate[] ring = positions(nodes, pointer);
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw new FilterException(pointer, "a ring has four positions at least and ends where it begins");
        }
        return FACTORY.createLinearRing(ring);
    }

    private Coordinate position(JsonNode node, String pointer) {
        FilterLimits.requireSmall(++positions, pointer);
        if (!node.isArray() || node.size() < 2) {
            throw new FilterException(pointer, "a position of two numbers is wanted here");
        }
        return new Coordinate(number(node.get(0), pointer + "/0"), number(node.get(1), pointer + "/1"));
    }

    private static double number(JsonNode node, String pointer) {
        if (!node.isNumber() || Double.isInfinite(node.doubleValue())) {
            throw new FilterException(pointer, "a number is wanted here");
        }
        return node.doubleValue();
    }

    private static Geometry box(JsonNode node, String pointer) {
        if (!node.isArray() || (node.size() != 4 && node.size() != 6)) {
            throw new FilterException(pointer, "a box has four or six numbers");
        }
        List<Double> numbers = list(node, pointer, GeometryJson::number);
        int second = numbers.size() / 2;
        return Boxes.of(numbers.get(0), numbers.get(1), numbers.get(second), numbers.get(second + 1), pointer);
    }
}
