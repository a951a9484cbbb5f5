package org.diachi.address;

import org.diachi.value.AddressKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * When two outlines are one thing. Buildings cannot share ground, so half of the smaller is telling; public spaces may
 * lie in one another, so they must share half of the larger.
 */
final class Overlap {

    /** Share of the smaller (buildings) or larger (others) area from which two outlines may be one thing. */
    static final double TELLING_SHARE = 0.5;

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
        // The boxes share at least what the outlines share: most neighbours are done with here.
        return envelopes >= TELLING_SHARE * base
                && OverlayNGRobust.overlay(one, other, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION)
                                .getArea()
                        >= TELLING_SHARE * base;
    }
}
