package org.diachi.issue;

/**
 * A row without geometry where one is needed.
 *
 * @param why what was looked for
 */
public record NoPosition(String why) implements RowIssue {

    @Override
    public Severity severity() {
        return Severity.REFUSED;
    }

    @Override
    public String rule() {
        return "no-position";
    }

    @Override
    public String message() {
        return why;
    }
}
