package org.diachi.filter;

/** How much of a filter is looked at, so that none costs more than a page of features. */
public final class FilterLimits {

    /** Letters of a text. */
    public static final int MOST_LETTERS = 50_000;

    /** Brackets, negations and operators inside one another. */
    public static final int MOST_DEPTH = 40;

    /** Predicates, values and properties altogether. */
    public static final int MOST_PARTS = 2_000;

    /** Positions of all geometries together. */
    public static final int MOST_POSITIONS = 5_000;

    private FilterLimits() {}

    /**
     * Refuses long texts.
     *
     * @throws FilterException if there are too many letters
     */
    public static void requireShort(String text) {
        if (text.length() > MOST_LETTERS) {
            throw new FilterException(
                    Places.character(MOST_LETTERS),
                    "the filter goes on, but has " + text.length() + " characters; " + MOST_LETTERS + " are the most");
        }
    }

    /**
     * Refuses deep nesting.
     *
     * @throws FilterException if it is too deep
     */
    public static void requireFlat(int depth, String place) {
        if (depth > MOST_DEPTH) {
            throw new FilterException(place, "the filter is nested more than " + MOST_DEPTH + " deep");
        }
    }

    /**
     * Refuses great numbers of parts.
     *
     * @throws FilterException if there are too many
     */
    public static void requireFew(int parts, String place) {
        if (parts > MOST_PARTS) {
            throw new FilterException(place, "the filter goes on, but has more than " + MOST_PARTS + " parts");
        }
    }

    /**
     * Refuses large geometries.
     *
     * @throws FilterException if there are too many positions
     */
    public static void requireSmall(int positions, String place) {
        if (positions > MOST_POSITIONS) {
            throw new FilterException(
                    place,
                    "geometries have more than " + MOST_POSITIONS + " positions altogether, the most there may be");
        }
    }
}
