package org.diachi.issue;

/**
 * A reference to something that is not there.
 *
 * @param target what is referred to
 */
public record UnknownReference(String field, String value, String target) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String rule() {
        return "unknown-reference";
    }

    @Override
    public String message() {
        return "No feature of " + target + " has this id. Add it there, or correct the reference.";
    }
}
