package org.diachi.issue;

/**
 * A row that may tell of a thing which is registered already. It is held back for decision.
 *
 * @param candidates codes of what it may be, each with the rule by which
 */
public record DuplicateObject(String candidates) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.REFUSED;
    }

    @Override
    public String rule() {
        return "duplicate-candidate";
    }

    @Override
    public String message() {
        return "May be registered already as " + candidates
                + ". If it is the same thing, give the object this row's id; if not, register it by hand.";
    }
}
