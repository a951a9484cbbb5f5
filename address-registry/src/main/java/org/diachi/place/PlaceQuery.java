package org.diachi.place;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Conditions on units, all of which must hold. What is absent is no condition.
 *
 * @param asOf only states valid on this day; otherwise of every era
 * @param code that the unit bears in the state
 * @param level as the city profile names it
 * @param name without the type word, exactly
 * @param area in the storage CRS; units any part of which lies in it
 * @param after the state after which to go on
 */
public record PlaceQuery(
        @Nullable LocalDate asOf,
        @Nullable String code,
        @Nullable String level,
        @Nullable String name,
        @Nullable Geometry area,
        @Nullable After after) {

    /** Every state of every unit. */
    public static final PlaceQuery ALL = new PlaceQuery(null, null, null, null, null, null);

    /**
     * Where a page ended.
     *
     * @param id of the place
     * @param from first day of its state
     */
    public record After(long id, LocalDate from) {

        public After {
            Objects.requireNonNull(from, "from");
        }
    }

    /** The states in which a unit bears a code. */
    public static PlaceQuery ofCode(String code) {
        return new PlaceQuery(null, code, null, null, null, null);
    }

    /** The same conditions on the states after one. */
    public PlaceQuery after(After last) {
        return new PlaceQuery(asOf, code, level, name, area, last);
    }
}
