package org.diachi.address;

import org.diachi.value.AddressKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * When two outlines are one thing. Buildings cannot share ground, so half of the smaller is telling; public spaces may
 * lie in one another, so they must share half of the larger.
 */
final class Overlap {

    /** Share of the smaller (buildings) or larger (others) area from which two outlines may be one thing. */
    static final double TELLING_SHARE = 0.5;

    /** Of outlines with more points the overlay itself is cheaper than to try every side. */
    private static final int SIDES_TRIED = 24;

    private Overlap() {}

    static boolean isTelling(AddressKind kind, Geometry one, Geometry other) {
        if (one.getDimension() < 2
                || other.getDimension() < 2
                || !one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return false;
        }
        double areaOne = one.getArea();
        double areaOther = other.getArea();
        double base = kind == AddressKind.BUILDING ? Math.min(areaOne, areaOther) : Math.max(areaOne, areaOther);
        double envelopes = one.getEnvelopeInternal()
                .intersection(other.getEnvelopeInternal())
                .getArea();
        // The boxes share at least what the outlines share, and neighbours have a side that parts them: most are done
        // with here.
        return envelopes >= TELLING_SHARE * base
                && !areParted(one, other)
                && OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea() >= TELLING_SHARE * base;
    }

    /** Whether the line along a side of one outline has the two on its two sides: then they share nothing. */
    private static boolean areParted(Geometry one, Geometry other) {
        if (one.getNumPoints() > SIDES_TRIED || other.getNumPoints() > SIDES_TRIED) {
            return false;
        }
        Coordinate[] first = one.getCoordinates();
        Coordinate[] second = other.getCoordinates();
        return hasPartingSide(first, second) || hasPartingSide(second, first);
    }

    private static boolean hasPartingSide(Coordinate[] own, Coordinate[] others) {
        for (int i = 1; i < own.length; i++) {
            int side = side(own[i - 1], own[i], own);
            if (side != 0 && side(own[i - 1], own[i], others) == -side) {
                return true;
            }
        }
        return false;
    }

    /** On which side of a line points lie: 1 for left, -1 for right, 0 if on both or all on the line. */
    private static int side(Coordinate from, Coordinate to, Coordinate[] points) {
        boolean left = false;
        boolean right = false;
        for (Coordinate point : points) {
            double turn = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
            left |= turn > 0;
            right |= turn < 0;
        }
        return left == right ? 0 : left ? 1 : -1;
    }
}
