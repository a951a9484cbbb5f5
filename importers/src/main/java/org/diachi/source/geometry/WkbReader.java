package org.diachi.source.geometry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads well-known binary, both the ISO kind (types 1001, 2001, 3001) and that of PostGIS (flag bits), straight into plane
 * coordinates. JTS's own reader keeps Z and M and knows no curves. Not thread-safe.
 */
public final class WkbReader {

    private static final int Z_FLAG = 0x80000000;
    private static final int M_FLAG = 0x40000000;
    private static final int SRID_FLAG = 0x20000000;
    private static final int DEEPEST = 32;

    private final GeometryFactory factory;
    private boolean linearised;

    /** All geometries come from this factory and carry its SRID; one in the bytes is ignored. */
    public WkbReader(GeometryFactory factory) {
        this.factory = factory;
    }

    /** Whether the geometry read last had arcs, which are now chords. */
    public boolean wasLinearised() {
        return linearised;
    }

    /** Reads one geometry from this position on; bytes after it are ignored. */
    public Geometry read(byte[] bytes, int offset) throws UnreadableGeometryException {
        linearised = false;
        try {
            return geometry(ByteBuffer.wrap(bytes, offset, bytes.length - offset), 0);
        } catch (BufferUnderflowException e) {
            throw new UnreadableGeometryException("the binary geometry is cut off", e);
        } catch (IllegalArgumentException e) {
            // JTS refuses rings that are not closed and lines of one point with this exception.
            throw new UnreadableGeometryException(String.valueOf(e.getMessage()), e);
        }
    }

    private Geometry geometry(ByteBuffer in, int depth) throws UnreadableGeometryException {
        if (depth > DEEPEST) {
            throw new UnreadableGeometryException("geometries are nested too deeply");
        }
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int word = in.getInt();
        if ((word & SRID_FLAG) != 0) {
            in.getInt();
        }
        int code = word & 0x1FFFFFFF;
        int dimension = code / 1000;
        boolean z = (word & Z_FLAG) != 0 || dimension == 1 || dimension == 3;
        boolean m = (word & M_FLAG) != 0 || dimension == 2 || dimension == 3;
        int extra = (z ? 1 : 0) + (m ? 1 : 0);
        return switch (code % 1000) {
            case 1 -> point(in, extra);
            case 2 -> factory.createLineString(positions(in, extra));
            case 3, 17 -> polygon(in, extra);
            case 4 -> factory.createMultiPoint(members(in, depth, Point.class).toArray(new Point[0]));
            case 5, 11 ->
                factory.createMultiLineString(
                        members(in, depth, LineString.class).toArray(new LineString[0]));
            case 6, 12, 15, 16 ->
                factory.createMultiPolygon(members(in, depth, Polygon.class).toArray(new Polygon[0]));
            case 7 ->
                factory.createGeometryCollection(
                        members(in, depth, Geometry.class).toArray(new Geometry[0]));
            case 8 -> factory.createLineString(arcs(in, extra));
            case 9 -> Geometries.compound(factory, members(in, depth, LineString.class));
            case 10 -> curvePolygon(in, depth);
            default -> throw new UnreadableGeometryException("geometry type " + code + " is not known");
        };
    }

    private Point point(ByteBuffer in, int extra) {
        double x = in.getDouble();
        double y = in.getDouble();
        in.position(in.position() + extra * Double.BYTES);
        return Double.isNaN(x) ? factory.createPoint() : factory.createPoint(Geometries.position(x, y));
    }

    private static CoordinateSequence positions(ByteBuffer in, int extra) {
        int count = count(in, (2 + extra) * Double.BYTES);
        Coordinate[] positions = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            positions[i] = Geometries.position(in.getDouble(), in.getDouble());
            in.position(in.position() + extra * Double.BYTES);
        }
        return Geometries.sequence(positions);
    }

    /** A count that the remaining bytes can hold, so that a damaged one does not exhaust the memory. */
    private static int count(ByteBuffer in, int smallest) {
        int count = in.getInt();
        if (count < 0 || (long) count * smallest > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private Polygon polygon(ByteBuffer in, int extra) {
        int count = count(in, Integer.BYTES);
        List<LinearRing> rings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rings.add(factory.createLinearRing(positions(in, extra)));
        }
        return Geometries.polygon(factory, rings);
    }

    private CoordinateSequence arcs(ByteBuffer in, int extra) throws UnreadableGeometryException {
        linearised = true;
        return Arc.linearise(positions(in, extra));
    }

    private Polygon curvePolygon(ByteBuffer in, int depth) throws UnreadableGeometryException {
        List<LinearRing> rings = new ArrayList<>();
        for (LineString ring : members(in, depth, LineString.class)) {
            rings.add(factory.createLinearRing(ring.getCoordinateSequence()));
        }
        return Geometries.polygon(factory, rings);
    }

    private <T extends Geometry> List<T> members(ByteBuffer in, int depth, Class<T> type)
            throws UnreadableGeometryException {
        ByteOrder order = in.order();
        int count = count(in, 1 + 2 * Integer.BYTES);
        List<T> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Geometry member = geometry(in, depth + 1);
            in.order(order);
            if (!type.isInstance(member)) {
                throw new UnreadableGeometryException("a " + member.getGeometryType() + " does not belong where it is");
            }
            members.add(type.cast(member));
        }
        return members;
    }
}
