package org.diachi.issue;

import org.jspecify.annotations.Nullable;

/**
 * A geometry that was mended safely: its area is the same but for the fault.
 *
 * @param reason what was wrong with it
 * @param place where, as coordinates of the source
 */
public record RepairedGeometry(String reason, @Nullable String place) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.REPAIRED;
    }

    @Override
    public String rule() {
        return "repaired-geometry";
    }

    @Override
    public @Nullable String value() {
        return place;
    }

    @Override
    public String message() {
        return reason + (place == null ? "" : " at " + place) + "; it was mended, and should be mended at the source.";
    }
}
