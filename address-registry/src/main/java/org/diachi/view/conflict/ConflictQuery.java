package org.diachi.view.conflict;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which conflicts are wanted.
 *
 * @param day on which they hold
 * @param rule id of the rule; absent for all
 * @param severity of the rule; absent for all
 * @param ward code of the ward on that day; absent for all
 * @param after only those with greater ids
 */
public record ConflictQuery(
        LocalDate day,
        @Nullable String rule,
        @Nullable String severity,
        @Nullable String ward,
        long after) {

    public ConflictQuery {
        Objects.requireNonNull(day, "day");
    }
}
