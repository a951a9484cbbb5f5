package org.diachi.pack.tile;

import java.util.ArrayList;
import java.util.List;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeBuilder;
import org.diachi.pack.grid.ShapeKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Makes polygons valid in whole numbers. Nearly all are: that is seen from their edges alone, without a geometry being made.
 */
final class ValidPolygons {

    /** Up to so many points each edge is compared with each. */
    private static final int FEW = 300;

    private static final PrecisionModel WHOLE = new PrecisionModel(1);
    private static final GeometryFactory FACTORY = new GeometryFactory(WHOLE);

    private ValidPolygons() {}

    /** The same polygons if they are valid, or what they are meant to be; may be empty. */
    static Shape of(Shape polygons) {
        if (polygons.isEmpty() || polygons.points() <= FEW && isPlainlyValid(polygons)) {
            return polygons;
        }
        Geometry geometry = geometry(polygons);
        if (new IsValidOp(geometry).isValid()) {
            return polygons;
        }
        Geometry fixed = GeometryPrecisionReducer.reduce(new GeometryFixer(geometry).getResult(), WHOLE);
        return shape(fixed);
    }

    /** Whether no two edges but neighbours meet, and each hole is in its ring. */
    private static boolean isPlainlyValid(Shape shape) {
        int[] xy = shape.xy();
        int points = shape.points();
        int[] next = next(shape);
        for (int i = 0; i < points; i++) {
            for (int j = i + 1; j < points; j++) {
                if (next[i] == j || next[j] == i ? isFoldedBack(xy, i, j, next) : meet(xy, i, next[i], j, next[j])) {
                    return false;
                }
            }
        }
        return areHolesInside(shape);
    }

    private static int[] next(Shape shape) {
        int[] next = new int[shape.points()];
        int start = 0;
        for (int end : shape.ends()) {
            for (int i = start; i < end; i++) {
                next[i] = i + 1 < end ? i + 1 : start;
            }
            start = end;
        }
        return next;
    }

    /** Whether an edge runs back along the one before it. */
    private static boolean isFoldedBack(int[] xy, int i, int j, int[] next) {
        int first = next[i] == j ? i : j;
        int middle = next[first];
        int last = next[middle];
        return turn(xy, first, middle, last) == 0 && dot(xy, middle, first, last) > 0;
    }

    private static long dot(int[] xy, int at, int a, int b) {
        return ((long) xy[2 * a] - xy[2 * at]) * ((long) xy[2 * b] - xy[2 * at])
                + ((long) xy[2 * a + 1] - xy[2 * at + 1]) * ((long) xy[2 * b + 1] - xy[2 * at + 1]);
    }

    /** Whether two edges have a point in common. */
    private static boolean meet(int[] xy, int a, int b, int c, int d) {
        if (Math.max(xy[2 * a], xy[2 * b]) < Math.min(xy[2 * c], xy[2 * d])
                || Math.max(xy[2 * c], xy[2 * d]) < Math.min(xy[2 * a], xy[2 * b])
                || Math.max(xy[2 * a + 1], xy[2 * b + 1]) < Math.min(xy[2 * c + 1], xy[2 * d + 1])
                || Math.max(xy[2 * c + 1], xy[2 * d + 1]) < Math.min(xy[2 * a + 1], xy[2 * b + 1])) {
            return false;
        }
        return Long.signum(turn(xy, a, b, c)) * Long.signum(turn(xy, a, b, d)) <= 0
                && Long.signum(turn(xy, c, d, a)) * Long.signum(turn(xy, c, d, b)) <= 0;
    }

    private static long turn(int[] xy, int a, int b, int c) {
        return ((long) xy[2 * b] - xy[2 * a]) * ((long) xy[2 * c + 1] - xy[2 * a + 1])
                - ((long) xy[2 * b + 1] - xy[2 * a + 1]) * ((long) xy[2 * c] - xy[2 * a]);
    }

    private static boolean areHolesInside(Shape shape) {
        int outerStart = 0;
        int outerEnd = 0;
        int start = 0;
        for (int end : shape.ends()) {
            if (Shape.doubleArea(shape.xy(), start, end) > 0) {
                outerStart = start;
                outerEnd = end;
            } else if (!isInside(shape.xy(), outerStart, outerEnd, start)) {
                return false;
            }
            start = end;
        }
        return true;
    }

    private static boolean isInside(int[] xy, int start, int end, int point) {
        boolean isInside = false;
        double px = xy[2 * point];
        double py = xy[2 * point + 1];
        for (int i = start, last = end - 1; i < end; last = i++) {
            double y = xy[2 * i + 1];
            double lastY = xy[2 * last + 1];
            if (y > py != lastY > py) {
                isInside ^= px < xy[2 * i] + (py - y) / (lastY - y) * ((double) xy[2 * last] - xy[2 * i]);
            }
        }
        return isInside;
    }

    private static Geometry geometry(Shape shape) {
        List<Polygon> polygons = new ArrayList<>();
        List<LinearRing> rings = new ArrayList<>();
        int start = 0;
        for (int end : shape.ends()) {
            if (Shape.doubleArea(shape.xy(), start, end) > 0 && !rings.isEmpty()) {
                polygons.add(polygon(rings));
                rings.clear();
            }
            rings.add(ring(shape.xy(), start, end));
            start = end;
        }
        polygons.add(polygon(rings));
        return polygons.size() == 1 ? polygons.get(0) : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(List<LinearRing> rings) {
        return FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(int[] xy, int start, int end) {
        Coordinate[] coordinates = new Coordinate[end - start + 1];
        for (int i = 0; i < end - start; i++) {
            coordinates[i] = new Coordinate(xy[2 * (start + i)], xy[2 * (start + i) + 1]);
        }
        coordinates[end - start] = coordinates[0].copy();
        return FACTORY.createLinearRing(coordinates);
    }

    private static Shape shape(Geometry geometry) {
        ShapeBuilder builder = new ShapeBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                addRing(polygon.getExteriorRing(), true, builder);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    addRing(polygon.getInteriorRingN(hole), false, builder);
                }
            }
        }
        return builder.build(ShapeKind.POLYGON);
    }

    private static void addRing(LinearRing ring, boolean isOuter, ShapeBuilder builder) {
        for (Coordinate coordinate : ring.getCoordinates()) {
            builder.addIfNew((int) Math.rint(coordinate.x), (int) Math.rint(coordinate.y));
        }
        builder.openRing();
        if (builder.openDoubleArea() > 0 != isOuter) {
            builder.reversePart();
        }
        builder.endPart();
    }
}
