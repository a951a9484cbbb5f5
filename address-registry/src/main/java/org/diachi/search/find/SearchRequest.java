package org.diachi.search.find;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A question.
 *
 * @param text as typed
 * @param isBeingTyped whether the last word may be unfinished
 * @param limit the most answers that are wanted
 * @param today the day on which it is asked
 * @param near of answers that fit alike, those near this place come first; in the storage CRS
 * @param filter what may be found
 */
public record SearchRequest(
        String text,
        boolean isBeingTyped,
        int limit,
        LocalDate today,
        @Nullable Coordinate near,
        Filter filter) {

    /** A text longer than this is no address. */
    public static final int MOST_LETTERS = 300;

    /**
     * Conditions that must hold.
     *
     * @param kinds what may be found; everything if empty
     * @param wards ids of wards; everywhere if absent
     * @param area in the storage CRS; everywhere if absent
     */
    public record Filter(
            Set<HitKind> kinds,
            @Nullable Set<Long> wards,
            @Nullable Geometry area) {

        /** No condition. */
        public static final Filter NONE = new Filter(Set.of(), null, null);

        public Filter {
            kinds = Set.copyOf(kinds);
            wards = wards == null ? null : Set.copyOf(wards);
        }

        boolean allows(HitKind kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }

        boolean allowsWard(@Nullable Long ward) {
            return wards == null || (ward != null && wards.contains(ward));
        }
    }

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the text is longer than any address
     */
    public SearchRequest {
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(filter, "filter");
        if (text.length() > MOST_LETTERS) {
            throw new IllegalArgumentException("A text of " + text.length() + " letters is no address");
        }
    }

    /** An address that somebody has written down, to be found as it is. */
    public static SearchRequest of(String text, int limit, LocalDate today) {
        return new SearchRequest(text, false, limit, today, null, Filter.NONE);
    }
}
