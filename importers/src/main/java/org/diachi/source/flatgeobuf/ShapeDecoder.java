package org.diachi.source.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.diachi.source.geometry.Arc;
import org.diachi.source.geometry.Geometries;
import org.diachi.source.geometry.UnreadableGeometryException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Decodes the geometries of FlatGeobuf into plane ones. The conversion that comes with the library keeps Z and M, gives no
 * SRID, and refuses curves.
 */
final class ShapeDecoder {

    private final GeometryFactory factory;
    private boolean linearised;

    ShapeDecoder(GeometryFactory factory) {
        this.factory = factory;
    }

    /** Whether the geometry decoded last had arcs, which are now chords. */
    boolean wasLinearised() {
        return linearised;
    }

    @Nullable
    Geometry decode(org.wololo.flatgeobuf.generated.@Nullable Geometry shape, int layerType)
            throws UnreadableGeometryException {
        linearised = false;
        if (shape == null) {
            return null;
        }
        try {
            return shape(shape, layerType == GeometryType.Unknown ? shape.type() : layerType);
        } catch (IllegalArgumentException e) {
            // JTS refuses rings that are not closed and lines of one point with this exception.
            throw new UnreadableGeometryException(String.valueOf(e.getMessage()), e);
        }
    }

    private Geometry shape(org.wololo.flatgeobuf.generated.Geometry shape, int type)
            throws UnreadableGeometryException {
        return switch (type) {
            case GeometryType.Point -> point(shape);
            case GeometryType.LineString -> factory.createLineString(positions(shape, 0, shape.xyLength() / 2));
            case GeometryType.Polygon, GeometryType.Triangle -> Geometries.polygon(factory, rings(shape));
            case GeometryType.MultiPoint -> factory.createMultiPoint(positions(shape, 0, shape.xyLength() / 2));
            case GeometryType.MultiLineString -> factory.createMultiLineString(lines(shape));
            case GeometryType.MultiCurve ->
                factory.createMultiLineString(parts(shape, LineString.class).toArray(new LineString[0]));
            case GeometryType.MultiPolygon, GeometryType.MultiSurface -> factory.createMultiPolygon(polygons(shape));
            case GeometryType.GeometryCollection ->
                factory.createGeometryCollection(parts(shape, Geometry.class).toArray(new Geometry[0]));
            case GeometryType.CircularString -> arcs(shape);
            case GeometryType.CompoundCurve -> Geometries.compound(factory, parts(shape, LineString.class));
            case GeometryType.CurvePolygon ->
                Geometries.polygon(
                        factory,
                        parts(shape, LineString.class).stream()
                                .map(ring -> factory.createLinearRing(ring.getCoordinateSequence()))
                                .toList());
            default -> throw new UnreadableGeometryException("geometry type " + type + " is not known");
        };
    }

    private Point point(org.wololo.flatgeobuf.generated.Geometry shape) {
        return shape.xyLength() < 2 || Double.isNaN(shape.xy(0))
                ? factory.createPoint()
                : factory.createPoint(Geometries.position(shape.xy(0), shape.xy(1)));
    }

    private static CoordinateSequence positions(org.wololo.flatgeobuf.generated.Geometry shape, int from, int to) {
        ByteBuffer xy = shape.xyAsByteBuffer();
        Coordinate[] positions = new Coordinate[to - from];
        if (xy != null) {
            xy.order(ByteOrder.LITTLE_ENDIAN).position(xy.position() + from * 2 * Double.BYTES);
            for (int i = 0; i < positions.length; i++) {
                positions[i] = Geometries.position(xy.getDouble(), xy.getDouble());
            }
        }
        return Geometries.sequence(positions);
    }

    /** The sequences between the ends; without ends there is one. */
    private static List<CoordinateSequence> sequences(org.wololo.flatgeobuf.generated.Geometry shape) {
        List<CoordinateSequence> sequences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < shape.endsLength(); i++) {
            int to = (int) shape.ends(i);
            sequences.add(positions(shape, from, to));
            from = to;
        }
        if (sequences.isEmpty() && shape.xyLength() > 0) {
            sequences.add(positions(shape, 0, shape.xyLength() / 2));
        }
        return sequences;
    }

    private List<LinearRing> rings(org.wololo.flatgeobuf.generated.Geometry shape) {
        return sequences(shape).stream().map(factory::createLinearRing).toList();
    }

    private LineString[] lines(org.wololo.flatgeobuf.generated.Geometry shape) {
        return sequences(shape).stream().map(factory::createLineString).toArray(LineString[]::new);
    }

    private Polygon[] polygons(org.wololo.flatgeobuf.generated.Geometry shape) throws UnreadableGeometryException {
        if (shape.partsLength() == 0) {
            List<LinearRing> rings = rings(shape);
            return rings.isEmpty() ? new Polygon[0] : new Polygon[] {Geometries.polygon(factory, rings)};
        }
        return parts(shape, Polygon.class).toArray(new Polygon[0]);
    }

    private LineString arcs(org.wololo.flatgeobuf.generated.Geometry shape) throws UnreadableGeometryException {
        linearised = true;
        return factory.createLineString(Arc.linearise(positions(shape, 0, shape.xyLength() / 2)));
    }

    private <T extends Geometry> List<T> parts(org.wololo.flatgeobuf.generated.Geometry shape, Class<T> type)
            throws UnreadableGeometryException {
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < shape.partsLength(); i++) {
            org.wololo.flatgeobuf.generated.Geometry part = shape.parts(i);
            int partType = part.type() == GeometryType.Unknown ? GeometryType.Polygon : part.type();
            Geometry decoded = shape(part, partType);
            if (!type.isInstance(decoded)) {
                throw new UnreadableGeometryException(
                        "a " + decoded.getGeometryType() + " does not belong where it is");
            }
            parts.add(type.cast(decoded));
        }
        return parts;
    }
}
