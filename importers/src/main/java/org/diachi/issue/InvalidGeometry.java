package org.diachi.issue;

import org.jspecify.annotations.Nullable;

/**
 * A geometry that cannot be used.
 *
 * @param reason what is wrong with it
 * @param place where, as coordinates of the source
 */
public record InvalidGeometry(String reason, @Nullable String place) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.REFUSED;
    }

    @Override
    public String rule() {
        return "invalid-geometry";
    }

    @Override
    public @Nullable String value() {
        return place;
    }

    @Override
    public String message() {
        return reason + (place == null ? "." : " at " + place + ".") + " Mend the geometry at the source.";
    }
}
