package org.diachi.ogc;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.diachi.change.Snapshot;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Conditions on the features of a collection.
 *
 * @param valid features valid on some day of it
 * @param seq the last entry of the change log that counts
 * @param area in the storage CRS
 * @param equal wanted values of properties, as the caller wrote them
 * @param after the id after which to go on
 */
record ItemQuery(
        Period valid,
        long seq,
        @Nullable Geometry area,
        Map<String, String> equal,
        @Nullable String after) {

    ItemQuery {
        Objects.requireNonNull(valid, "valid");
        equal = Map.copyOf(equal);
    }

    /** The state of the last day of the period; of its first day where it is open. */
    Snapshot lastDay() {
        LocalDate end = valid.to();
        return new Snapshot(end == null ? valid.from() : end.minusDays(1), seq);
    }
}
