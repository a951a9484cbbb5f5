package org.diachi.issue;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A geometry that cannot be used.
 *
 * @param reason what is wrong with it
 * @param place where, as coordinates of the source
 * @param site the geometry as it was drawn, in the storage CRS
 */
public record InvalidGeometry(
        String reason, @Nullable String place, @Nullable Geometry site) implements RowIssue {

    /** A geometry that cannot be shown either. */
    public InvalidGeometry(String reason, @Nullable String place) {
        this(reason, place, null);
    }

    @Override
    public Severity severity() {
        return Severity.REFUSED;
    }

    @Override
    public String rule() {
        return "invalid-geometry";
    }

    @Override
    public @Nullable String value() {
        return place;
    }

    @Override
    public String message() {
        return reason + (place == null ? "." : " at " + place + ".") + " Mend the geometry at the source.";
    }
}
