package org.diachi.issue;

/**
 * A row that was joined to an object that was there before, by the rules of its mapping.
 *
 * @param code the object
 */
public record JoinedObject(String code) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.MERGED;
    }

    @Override
    public String rule() {
        return "joined";
    }

    @Override
    public String message() {
        return "Joined to " + code + ".";
    }
}
