package org.diachi.source;

/** The types of values a row can carry; a value is always null or of the type of its field. */
public enum FieldType {
    /** {@link String}, in Unicode NFC; also everything that has no type of its own, such as times or nested JSON. */
    TEXT,
    /** {@link Long}. */
    INTEGER,
    /** {@link Double}. */
    NUMBER,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.time.LocalDate}. */
    DATE;

    /** The narrowest type that holds values of both. */
    public FieldType widenedTo(FieldType other) {
        if (this == other) {
            return this;
        }
        boolean numeric = (this == INTEGER || this == NUMBER) && (other == INTEGER || other == NUMBER);
        return numeric ? NUMBER : TEXT;
    }
}
