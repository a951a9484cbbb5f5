package org.diachi.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a run found wrong with a row, or did to it.
 *
 * @param number counted through the run
 * @param row of the file, from 1
 * @param sourceId the row's id in the source
 * @param severity {@code refused}, {@code warning}, {@code repaired} or {@code merged}
 * @param rule the kind of finding
 * @param message enough to mend the source
 * @param place where it is, in the storage CRS, where that says more than the row
 */
public record ImportIssue(
        long number,
        long row,
        @Nullable String sourceId,
        String severity,
        String rule,
        @Nullable String field,
        @Nullable String value,
        String message,
        @Nullable Geometry place) {

    public ImportIssue {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }
}
