package org.diachi.issue;

/**
 * A value that its code list does not have.
 *
 * @param codeList the list
 * @param isFatal whether the row cannot be taken over without it
 */
public record UnknownCode(String field, String value, String codeList, boolean isFatal) implements RowIssue {

    @Override
    public Severity severity() {
        return isFatal ? Severity.REFUSED : Severity.WARNING;
    }

    @Override
    public String rule() {
        return "unknown-code";
    }

    @Override
    public String message() {
        return "The value is not in the list " + codeList + ". Use a code of the list, or map it to one.";
    }
}
