package org.diachi.mapping;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.issue.RowIssue;
import org.diachi.issue.Severity;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A row as its mapping reads it.
 *
 * @param number where the row stands in its file, counted from 1
 * @param id what identifies it in its source; absent if the row has none
 * @param values attribute of the register → text, number or date; absent values have no entry
 * @param geometry valid, in the storage CRS
 * @param fingerprint hash of all that was taken from the row
 * @param issues what is to be said of it; one of severity REFUSED refuses it
 */
public record MappedRow(
        long number,
        @Nullable String id,
        Map<String, Object> values,
        @Nullable Geometry geometry,
        long fingerprint,
        List<RowIssue> issues) {

    public MappedRow {
        Objects.requireNonNull(values, "values");
        issues = List.copyOf(issues);
    }

    /** Whether the row cannot be taken over. */
    public boolean isRefused() {
        return issues.stream().anyMatch(issue -> issue.severity() == Severity.REFUSED);
    }

    /** An attribute as text. */
    public @Nullable String text(String attribute) {
        Object value = values.get(attribute);
        return value == null ? null : value.toString();
    }
}
