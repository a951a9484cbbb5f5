package org.diachi.issue;

/**
 * A value that is needed and not there.
 *
 * @param isFatal whether the row cannot be taken over without it
 */
public record MissingValue(String field, boolean isFatal) implements RowIssue {

    @Override
    public Severity severity() {
        return isFatal ? Severity.REFUSED : Severity.WARNING;
    }

    @Override
    public String rule() {
        return "missing-value";
    }

    @Override
    public String message() {
        return "The field is empty. Fill it at the source.";
    }
}
