package org.diachi.source.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** Makes the plane building blocks all formats share. */
public final class Geometries {

    private static final int PLANE = 2;

    private Geometries() {}

    /** A factory of geometries that carry this SRID. */
    public static GeometryFactory factory(int srid) {
        return new GeometryFactory(new PrecisionModel(), srid);
    }

    /** A sequence of x, y positions. */
    public static CoordinateSequence sequence(Collection<Coordinate> positions) {
        return sequence(positions.toArray(new Coordinate[0]));
    }

    /** A sequence of x, y positions that takes over the array. */
    public static CoordinateSequence sequence(Coordinate[] positions) {
        return new CoordinateArraySequence(positions, PLANE, 0);
    }

    /** A polygon of its shell and holes, in that order; empty without rings. */
    public static Polygon polygon(GeometryFactory factory, List<LinearRing> rings) {
        return rings.isEmpty()
                ? factory.createPolygon()
                : factory.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
    }

    /** One line of parts that each begin where the one before ends. */
    public static LineString compound(GeometryFactory factory, List<LineString> parts) {
        List<Coordinate> positions = new ArrayList<>();
        for (LineString part : parts) {
            for (Coordinate position : part.getCoordinates()) {
                if (positions.isEmpty() || !positions.get(positions.size() - 1).equals2D(position)) {
                    positions.add(position);
                }
            }
        }
        return factory.createLineString(sequence(positions));
    }

    /** The type that geometries declared as this one, in any letter case, have once their arcs are lines. */
    public static String typeName(String declared) {
        return switch (declared.toUpperCase(Locale.ROOT)) {
            case "POINT" -> "Point";
            case "LINESTRING", "CIRCULARSTRING", "COMPOUNDCURVE", "CURVE" -> "LineString";
            case "POLYGON", "CURVEPOLYGON", "SURFACE", "TRIANGLE" -> "Polygon";
            case "MULTIPOINT" -> "MultiPoint";
            case "MULTILINESTRING", "MULTICURVE" -> "MultiLineString";
            case "MULTIPOLYGON", "MULTISURFACE", "POLYHEDRALSURFACE", "TIN" -> "MultiPolygon";
            case "GEOMETRYCOLLECTION" -> "GeometryCollection";
            default -> "Geometry";
        };
    }

    /** A position in the plane. */
    public static Coordinate position(double x, double y) {
        return new CoordinateXY(x, y);
    }
}
