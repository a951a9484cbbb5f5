package org.diachi.view.conflict;

import java.util.List;
import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Two objects that a rule keeps apart, and the ground that they share.
 *
 * @param id of the conflict, the same for the same states of the same objects
 * @param rule id of the rule
 * @param left what must not lie there
 * @param right what it lies in, over or near
 * @param period the days on which both are so
 * @param area of the shared ground in square metres
 * @param shape the shared ground, in the storage CRS
 * @param ward code of the ward with the middle of the shared ground
 * @param found the entry of the change log with which it came to be
 * @param addresses codes of the address objects on that ground on the day asked for, the first of them
 * @param addressCount how many there are
 */
public record Conflict(
        long id,
        String rule,
        Party left,
        Party right,
        Period period,
        double area,
        Geometry shape,
        @Nullable String ward,
        long found,
        List<String> addresses,
        long addressCount) {

    /**
     * One of the two.
     *
     * @param collection of the layer, or the kind of the address object
     * @param object id of the feature, or code of the address object
     * @param sourceId what its source calls it
     */
    public record Party(
            String collection, String object, @Nullable String sourceId) {

        public Party {
            Objects.requireNonNull(collection, "collection");
            Objects.requireNonNull(object, "object");
        }
    }

    public Conflict {
        Objects.requireNonNull(rule, "rule");
        addresses = List.copyOf(addresses);
    }
}
