package org.diachi.issue;

/**
 * An id that stands in the file twice.
 */
public record RepeatedId(String field, String value) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.REFUSED;
    }

    @Override
    public String rule() {
        return "repeated-id";
    }

    @Override
    public String message() {
        return "An earlier row of this file has the same id. Give every row an id of its own.";
    }
}
