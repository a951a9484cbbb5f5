package org.diachi.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Writes geometries as FlatGeobuf has them, each with its type. The library writes none, so that readers understand nothing
 * where the header tells none for all either.
 */
final class FlatGeobufGeometry {

    private static final int NONE = 0;

    private FlatGeobufGeometry() {}

    /** The offset of the geometry in the buffer. */
    static int write(FlatBufferBuilder builder, Geometry geometry) {
        int type = type(geometry);
        if (type == GeometryType.MultiPolygon || type == GeometryType.GeometryCollection) {
            int[] parts = new int[geometry.getNumGeometries()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = write(builder, geometry.getGeometryN(i));
            }
            return geometry(builder, NONE, NONE, type, vector(builder, parts));
        }
        List<CoordinateSequence> lines = lines(geometry);
        boolean hasEnds = lines.size() > 1 && type != GeometryType.MultiPoint;
        int ends = hasEnds ? org.wololo.flatgeobuf.generated.Geometry.createEndsVector(builder, ends(lines)) : NONE;
        int xy = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, positions(lines));
        return geometry(builder, ends, xy, type, NONE);
    }

    private static int vector(FlatBufferBuilder builder, int[] parts) {
        return org.wololo.flatgeobuf.generated.Geometry.createPartsVector(builder, parts);
    }

    private static int geometry(FlatBufferBuilder builder, int ends, int xy, int type, int parts) {
        return org.wololo.flatgeobuf.generated.Geometry.createGeometry(
                builder, ends, xy, NONE, NONE, NONE, NONE, type, parts);
    }

    private static int type(Geometry geometry) {
        return switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT -> GeometryType.Point;
            case Geometry.TYPENAME_LINESTRING, Geometry.TYPENAME_LINEARRING -> GeometryType.LineString;
            case Geometry.TYPENAME_POLYGON -> GeometryType.Polygon;
            case Geometry.TYPENAME_MULTIPOINT -> GeometryType.MultiPoint;
            case Geometry.TYPENAME_MULTILINESTRING -> GeometryType.MultiLineString;
            case Geometry.TYPENAME_MULTIPOLYGON -> GeometryType.MultiPolygon;
            default -> GeometryType.GeometryCollection;
        };
    }

    private static List<CoordinateSequence> lines(Geometry geometry) {
        List<CoordinateSequence> lines = new ArrayList<>();
        if (geometry instanceof Point point) {
            lines.add(point.getCoordinateSequence());
        } else if (geometry instanceof LineString line) {
            lines.add(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            lines.add(polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                lines.add(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
        } else {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                lines.addAll(lines(geometry.getGeometryN(i)));
            }
        }
        return lines;
    }

    /** How many positions there are up to the end of each line. */
    private static long[] ends(List<CoordinateSequence> lines) {
        long[] ends = new long[lines.size()];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += lines.get(i).size();
            ends[i] = end;
        }
        return ends;
    }

    private static double[] positions(List<CoordinateSequence> lines) {
        double[] xy =
                new double[2 * lines.stream().mapToInt(CoordinateSequence::size).sum()];
        int next = 0;
        for (CoordinateSequence line : lines) {
            for (int i = 0; i < line.size(); i++) {
                xy[next++] = line.getX(i);
                xy[next++] = line.getY(i);
            }
        }
        return xy;
    }
}
