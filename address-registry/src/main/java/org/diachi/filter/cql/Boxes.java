package org.diachi.filter.cql;

import org.diachi.filter.FilterException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Boxes as geometries; one that crosses the antimeridian is two. */
final class Boxes {

    private static final double HALF_TURN = 180;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Boxes() {}

    /** The box between two corners, in the order of the axes of its system, whichever that is. */
    static Geometry of(double x1, double y1, double x2, double y2, String place) {
        if (x1 <= x2 && y1 <= y2) {
            return FACTORY.toGeometry(new Envelope(x1, x2, y1, y2));
        }
        boolean isRound = Math.max(Math.abs(x1), Math.abs(x2)) <= HALF_TURN
                && Math.max(Math.abs(y1), Math.abs(y2)) <= HALF_TURN
                && (x1 <= x2 || y1 <= y2);
        if (!isRound) {
            throw new FilterException(place, "the second corner of the box is less than the first");
        }
        return x1 > x2
                ? both(new Envelope(x1, HALF_TURN, y1, y2), new Envelope(-HALF_TURN, x2, y1, y2))
                : both(new Envelope(x1, x2, y1, HALF_TURN), new Envelope(x1, x2, -HALF_TURN, y2));
    }

    private static Geometry both(Envelope one, Envelope other) {
        return FACTORY.createMultiPolygon(
                new Polygon[] {(Polygon) FACTORY.toGeometry(one), (Polygon) FACTORY.toGeometry(other)});
    }
}
