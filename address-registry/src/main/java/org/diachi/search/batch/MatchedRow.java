package org.diachi.search.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a row. All members are empty where there is nothing to tell.
 *
 * @param code of the best object
 * @param grade A, B or C
 * @param score 0 to 1
 * @param kind of what was found
 * @param address of it, as the city writes it
 * @param differs what is otherwise than written
 * @param status of the object
 * @param successors codes of the objects that followed a retired one
 * @param candidates codes of other objects that fit about as well
 * @param longitude in degrees of WGS 84
 * @param latitude in degrees of WGS 84
 * @param issue why the row could not be matched
 */
public record MatchedRow(
        @Nullable String code,
        @Nullable String grade,
        @Nullable Double score,
        @Nullable String kind,
        @Nullable String address,
        List<String> differs,
        @Nullable String status,
        List<String> successors,
        List<String> candidates,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String issue) {

    /** Nothing was found. */
    static final MatchedRow NOTHING =
            new MatchedRow(null, null, null, null, null, List.of(), null, List.of(), List.of(), null, null, null);

    public MatchedRow {
        differs = List.copyOf(differs);
        successors = List.copyOf(successors);
        candidates = List.copyOf(candidates);
    }

    /** The row could not be matched. */
    static MatchedRow unreadable(String issue) {
        return new MatchedRow(null, null, null, null, null, List.of(), null, List.of(), List.of(), null, null, issue);
    }
}
