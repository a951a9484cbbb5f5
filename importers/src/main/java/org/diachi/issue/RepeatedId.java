package org.diachi.issue;

/**
 * An id that two different rows of the file have.
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
        return "An earlier row of this file has the same id and says something else. Give every row an id of its own.";
    }
}
