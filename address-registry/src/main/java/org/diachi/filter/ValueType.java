package org.diachi.filter;

/** What values are of, as far as filters tell them apart. */
public enum ValueType {
    TEXT("a text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    DATE("a day"),
    TIMESTAMP("an instant"),
    GEOMETRY("a geometry"),
    TEXTS("a list of texts"),
    NUMBERS("a list of numbers");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** With its article, for people. */
    public String words() {
        return words;
    }

    /** Whether one value can be less than another. */
    public boolean isOrdered() {
        return this == TEXT || this == NUMBER || isTemporal();
    }

    /** Whether values are points in time. */
    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }

    /** Whether values are lists. */
    public boolean isList() {
        return this == TEXTS || this == NUMBERS;
    }
}
