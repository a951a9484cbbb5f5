package org.diachi.source.shapefile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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

/**
 * Decodes shapes (ESRI Shapefile Technical Description, 1998). The plane coordinates come first in every kind, so that Z and M
 * are simply not read.
 */
final class ShapeDecoder {

    private static final int BOX_BYTES = 4 * Double.BYTES;
    private static final int POSITION_BYTES = 2 * Double.BYTES;
    private static final int KINDS = 10;
    private static final int MULTIPATCH = 31;

    private final GeometryFactory factory;

    ShapeDecoder(GeometryFactory factory) {
        this.factory = factory;
    }

    /** The common type of all shapes of a file. */
    static @Nullable String geometryType(int shapeType) {
        return switch (shapeType == MULTIPATCH ? MULTIPATCH : shapeType % KINDS) {
            case 0 -> null;
            case 1 -> "Point";
            case 3 -> "MultiLineString";
            case 5 -> "MultiPolygon";
            case 8 -> "MultiPoint";
            default -> "Geometry";
        };
    }

    @Nullable
    Geometry decode(ByteBuffer record) throws UnreadableGeometryException {
        int type = record.getInt();
        if (type == MULTIPATCH) {
            throw new UnreadableGeometryException("multipatches are solids; export their footprints as polygons");
        }
        try {
            return switch (type % KINDS) {
                case 0 -> null;
                case 1 -> point(record);
                case 3 -> lines(record);
                case 5 -> new RingAssembler(factory).assemble(rings(record));
                case 8 -> multiPoint(record);
                default -> throw new UnreadableGeometryException("shape type " + type + " is not known");
            };
        } catch (BufferUnderflowException e) {
            throw new UnreadableGeometryException("its record is too short for its positions", e);
        } catch (IllegalArgumentException e) {
            // JTS refuses rings that are not closed and lines of one point with this exception.
            throw new UnreadableGeometryException(String.valueOf(e.getMessage()), e);
        }
    }

    private Geometry point(ByteBuffer record) {
        double x = record.getDouble();
        double y = record.getDouble();
        return Double.isNaN(x) ? factory.createPoint() : factory.createPoint(Geometries.position(x, y));
    }

    private Geometry multiPoint(ByteBuffer record) {
        skipBox(record);
        return factory.createMultiPoint(Geometries.sequence(positions(record, count(record, POSITION_BYTES))));
    }

    private Geometry lines(ByteBuffer record) {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : parts(record)) {
            lines.add(factory.createLineString(Geometries.sequence(part)));
        }
        return lines.size() == 1 ? lines.get(0) : factory.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private List<LinearRing> rings(ByteBuffer record) {
        List<LinearRing> rings = new ArrayList<>();
        for (Coordinate[] part : parts(record)) {
            if (part.length > 0) {
                rings.add(factory.createLinearRing(Geometries.sequence(part)));
            }
        }
        return rings;
    }

    private static List<Coordinate[]> parts(ByteBuffer record) {
        skipBox(record);
        int partCount = record.getInt();
        int total = count(record, POSITION_BYTES);
        if (partCount < 0 || partCount > record.remaining() / Integer.BYTES) {
            throw new BufferUnderflowException();
        }
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = record.getInt();
        }
        starts[partCount] = total;
        List<Coordinate[]> parts = new ArrayList<>(partCount);
        for (int i = 0; i < partCount; i++) {
            if (starts[i] < 0 || starts[i + 1] < starts[i] || starts[i + 1] > total) {
                throw new BufferUnderflowException();
            }
            parts.add(positions(record, starts[i + 1] - starts[i]));
        }
        return parts;
    }

    private static void skipBox(ByteBuffer record) {
        if (record.remaining() < BOX_BYTES) {
            throw new BufferUnderflowException();
        }
        record.position(record.position() + BOX_BYTES);
    }

    /** A count that the remaining bytes can hold, so that a damaged one does not exhaust the memory. */
    private static int count(ByteBuffer record, int size) {
        int count = record.getInt();
        if (count < 0 || (long) count * size > record.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private static Coordinate[] positions(ByteBuffer record, int count) {
        Coordinate[] positions = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            positions[i] = Geometries.position(record.getDouble(), record.getDouble());
        }
        return positions;
    }
}
