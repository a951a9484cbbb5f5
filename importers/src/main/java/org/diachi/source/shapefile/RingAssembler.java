package org.diachi.source.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of the loose rings of a shape: clockwise ones are shells, the others holes of the smallest shell around
 * them. A hole without a shell becomes a polygon itself, so that nothing is lost.
 */
final class RingAssembler {

    private final GeometryFactory factory;

    RingAssembler(GeometryFactory factory) {
        this.factory = factory;
    }

    private record Shell(LinearRing ring, double area, List<LinearRing> holes) {}

    Geometry assemble(List<LinearRing> rings) {
        if (rings.size() == 1) {
            return factory.createPolygon(rings.get(0));
        }
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            double signedArea = Area.ofRingSigned(ring.getCoordinateSequence());
            if (signedArea >= 0) {
                shells.add(new Shell(ring, signedArea, new ArrayList<>()));
            } else {
                holes.add(ring);
            }
        }
        List<Shell> bySize =
                shells.stream().sorted(Comparator.comparingDouble(Shell::area)).toList();
        for (LinearRing hole : holes) {
            Shell shell = smallestAround(hole, bySize);
            if (shell == null) {
                shells.add(new Shell(hole, 0, new ArrayList<>()));
            } else {
                shell.holes().add(hole);
            }
        }
        Polygon[] polygons = shells.stream()
                .map(shell -> factory.createPolygon(shell.ring(), shell.holes().toArray(new LinearRing[0])))
                .toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
    }

    private static @Nullable Shell smallestAround(LinearRing hole, List<Shell> bySize) {
        for (Shell shell : bySize) {
            if (shell.ring().getEnvelopeInternal().covers(hole.getEnvelopeInternal()) && surrounds(shell, hole)) {
                return shell;
            }
        }
        return null;
    }

    /** The first position of the hole that is not on the shell's own line decides. */
    private static boolean surrounds(Shell shell, LinearRing hole) {
        Coordinate[] line = shell.ring().getCoordinates();
        for (Coordinate position : hole.getCoordinates()) {
            int location = PointLocation.locateInRing(position, line);
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return true;
    }
}
