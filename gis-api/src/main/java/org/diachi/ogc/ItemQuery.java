package org.diachi.ogc;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.diachi.change.Snapshot;
import org.diachi.filter.Selection;
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
 * @param wish what else is asked for
 * @param after the id after which to go on
 */
record ItemQuery(
        Period valid,
        long seq,
        @Nullable Geometry area,
        Map<String, String> equal,
        Wish wish,
        @Nullable String after) {

    ItemQuery {
        Objects.requireNonNull(valid, "valid");
        equal = Map.copyOf(equal);
    }

    /** Whether it asks for less than all features of its days. */
    boolean hasConditions() {
        return area != null
                || !equal.isEmpty()
                || wish.condition() != null
                || !wish.order().isEmpty();
    }

    /** The same query from another feature on. */
    ItemQuery goingOnAfter(String id) {
        return new ItemQuery(valid, seq, area, equal, wish, id);
    }

    /** The state of the last day of the period; of its first day where it is open. */
    Snapshot lastDay() {
        return lastDay(valid, seq);
    }

    /** The state of the last day of a period; of its first day where it is open. */
    static Snapshot lastDay(Period valid, long seq) {
        LocalDate end = valid.to();
        return new Snapshot(end == null ? valid.from() : end.minusDays(1), seq);
    }

    /**
     * What of the collection is wanted.
     *
     * @param read gives an id as the table has it
     * @param limit the most that are wanted
     */
    Selection selection(Function<String, Object> read, int limit) {
        return new Selection(wish.condition(), wish.order(), after == null ? null : read.apply(after), limit);
    }
}
