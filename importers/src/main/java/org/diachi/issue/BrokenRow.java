package org.diachi.issue;

import org.jspecify.annotations.Nullable;

/**
 * A row that could not be read as the format wants it.
 *
 * @param rule the rule of the format
 * @param hint what to do about it
 */
public record BrokenRow(@Nullable String field, @Nullable String value, String rule, String hint, boolean losesContent)
        implements RowIssue {

    @Override
    public Severity severity() {
        return losesContent ? Severity.REFUSED : Severity.WARNING;
    }

    @Override
    public String message() {
        return hint;
    }
}
