package org.diachi.mapping;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Knows the outlines that need no further check: a ring that turns to one side only, and once around, cannot cross
 * itself. Most buildings are such.
 */
final class ConvexOutline {

    private ConvexOutline() {}

    /** Whether the geometry is a polygon without holes that is strictly convex, and so valid. */
    static boolean is(Geometry geometry) {
        if (!(geometry instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
            return false;
        }
        Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
        int corners = ring.length - 1;
        if (corners < 3) {
            return false;
        }
        int turn = Orientation.index(ring[corners - 1], ring[0], ring[1]);
        int turnsBack = 0;
        boolean eastward = ring[0].x > ring[corners - 1].x;
        for (int i = 0; i < corners; i++) {
            Coordinate from = ring[i];
            Coordinate to = ring[i + 1];
            Coordinate next = ring[i + 2 > corners ? 1 : i + 2];
            if (turn == 0 || !from.isValid() || Orientation.index(from, to, next) != turn) {
                return false;
            }
            turnsBack += to.x > from.x != eastward ? 1 : 0;
            eastward = to.x > from.x;
        }
        return turnsBack <= 2;
    }
}
