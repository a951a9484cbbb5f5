package org.diachi.issue;

import org.jspecify.annotations.Nullable;

/**
 * Coordinates that lie where the city is not.
 *
 * @param place the coordinates
 * @param hint what may have happened
 */
public record OutsideArea(String place, String hint) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.REFUSED;
    }

    @Override
    public String rule() {
        return "outside-area";
    }

    @Override
    public @Nullable String value() {
        return place;
    }

    @Override
    public String message() {
        return "The position lies outside the city. " + hint;
    }
}
