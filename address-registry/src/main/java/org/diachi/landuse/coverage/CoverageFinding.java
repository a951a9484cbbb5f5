package org.diachi.landuse.coverage;

import java.util.List;
import java.util.Objects;
import org.diachi.city.CoverageFault;
import org.locationtech.jts.geom.Geometry;

/**
 * A place where zones do not fit one another.
 *
 * @param fault what is wrong
 * @param zones those concerned, in the order in which they were given; of a gap those around it
 * @param place the ground concerned, or the point where an outline crosses itself
 * @param message what is wrong, where, and how to mend it
 */
public record CoverageFinding(CoverageFault fault, List<CoverageZone> zones, Geometry place, String message) {

    public CoverageFinding {
        Objects.requireNonNull(fault, "fault");
        Objects.requireNonNull(message, "message");
        zones = List.copyOf(zones);
    }

    /** The ground concerned in square metres; 0 for a bow-tie. */
    public double area() {
        return place.getArea();
    }
}
