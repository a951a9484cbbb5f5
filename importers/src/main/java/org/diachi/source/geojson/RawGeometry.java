package org.diachi.source.geojson;

import java.util.ArrayList;
import java.util.List;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A geometry as its JSON says it. */
final class RawGeometry {

    @Nullable
    String type;

    /** A position is a {@link Coordinate}, an array of anything else a {@link List}; null if the member is missing. */
    @Nullable
    Object coordinates;

    @Nullable
    List<@Nullable RawGeometry> members;

    Geometry build(GeometryFactory factory) throws UnreadableGeometryException {
        try {
            return typed(factory);
        } catch (IllegalArgumentException e) {
            // JTS refuses rings that are not closed and lines of one point with this exception.
            throw new UnreadableGeometryException(String.valueOf(e.getMessage()), e);
        }
    }

    private Geometry typed(GeometryFactory factory) throws UnreadableGeometryException {
        return switch (String.valueOf(type)) {
            case "Point" -> point(factory, required());
            case "LineString" -> line(factory, required());
            case "Polygon" -> polygon(factory, required());
            case "MultiPoint" -> {
                List<Point> points = new ArrayList<>();
                for (Object part : list(required())) {
                    points.add(point(factory, part));
                }
                yield factory.createMultiPoint(points.toArray(new Point[0]));
            }
            case "MultiLineString" -> {
                List<LineString> lines = new ArrayList<>();
                for (Object part : list(required())) {
                    lines.add(line(factory, part));
                }
                yield factory.createMultiLineString(lines.toArray(new LineString[0]));
            }
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                for (Object part : list(required())) {
                    polygons.add(polygon(factory, part));
                }
                yield factory.createMultiPolygon(polygons.toArray(new Polygon[0]));
            }
            case "GeometryCollection" -> collection(factory);
            default -> throw new UnreadableGeometryException("'" + type + "' is no geometry type");
        };
    }

    private Object required() throws UnreadableGeometryException {
        if (coordinates == null) {
            throw new UnreadableGeometryException("the member 'coordinates' is missing or null");
        }
        return coordinates;
    }

    private Geometry collection(GeometryFactory factory) throws UnreadableGeometryException {
        if (members == null) {
            throw new UnreadableGeometryException("the member 'geometries' is missing or null");
        }
        List<Geometry> geometries = new ArrayList<>();
        for (RawGeometry member : members) {
            if (member != null) {
                geometries.add(member.build(factory));
            }
        }
        return factory.createGeometryCollection(geometries.toArray(new Geometry[0]));
    }

    private static Point point(GeometryFactory factory, Object position) throws UnreadableGeometryException {
        if (position instanceof Coordinate coordinate) {
            return factory.createPoint(coordinate);
        }
        if (list(position).isEmpty()) {
            return factory.createPoint();
        }
        throw new UnreadableGeometryException("a position must be an array of two numbers");
    }

    private static LineString line(GeometryFactory factory, Object positions) throws UnreadableGeometryException {
        return factory.createLineString(Geometries.sequence(positions(positions)));
    }

    private static Polygon polygon(GeometryFactory factory, Object rings) throws UnreadableGeometryException {
        List<LinearRing> built = new ArrayList<>();
        for (Object ring : list(rings)) {
            built.add(factory.createLinearRing(Geometries.sequence(positions(ring))));
        }
        return Geometries.polygon(factory, built);
    }

    private static List<Coordinate> positions(Object value) throws UnreadableGeometryException {
        List<Coordinate> positions = new ArrayList<>();
        for (Object position : list(value)) {
            if (!(position instanceof Coordinate coordinate)) {
                throw new UnreadableGeometryException("a position must be an array of two numbers");
            }
            positions.add(coordinate);
        }
        return positions;
    }

    private static List<?> list(Object value) throws UnreadableGeometryException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new UnreadableGeometryException("its coordinates are not nested as the type demands");
    }
}
