package org.diachi.landuse.coverage;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A zone of a plan, from a file or from the register.
 *
 * @param id in its source
 * @param row where it stands in its file, from 1; absent if the register has it
 * @param shape polygons in the storage CRS, which may be invalid
 */
public record CoverageZone(String id, @Nullable Long row, Geometry shape) {

    public CoverageZone {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(shape, "shape");
    }

    /** How people find it. */
    String label() {
        return row == null ? id + " (in the register)" : id + " (row " + row + ")";
    }
}
