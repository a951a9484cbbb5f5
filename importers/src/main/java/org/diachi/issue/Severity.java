package org.diachi.issue;

/** What an issue means for its row. */
public enum Severity {
    /** The row was not taken over. */
    REFUSED("refused"),
    /** The row was taken over; something about it should be looked at. */
    WARNING("warning"),
    /** The row was mended and taken over. */
    REPAIRED("repaired"),
    /** The row was joined to an object that was there before. */
    MERGED("merged");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The name in reports. */
    public String label() {
        return label;
    }
}
