package org.diachi.issue;

/**
 * A value that is not of the kind that is needed.
 *
 * @param expected what is needed, in words
 * @param isFatal whether the row cannot be taken over without it
 */
public record UnreadableValue(String field, String value, String expected, boolean isFatal) implements RowIssue {

    @Override
    public Severity severity() {
        return isFatal ? Severity.REFUSED : Severity.WARNING;
    }

    @Override
    public String rule() {
        return "unreadable-value";
    }

    @Override
    public String message() {
        return "Expected " + expected + ".";
    }
}
