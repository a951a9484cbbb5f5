package org.diachi.source;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one row of a file, worded so that its owner can mend the source.
 *
 * @param rowNumber 1-based
 * @param field the column, or null where the row or its geometry is meant
 * @param value what the file holds, shortened
 * @param rule which rule it breaks
 * @param hint what to do about it, as a sentence
 */
public record RowProblem(
        long rowNumber, @Nullable String field, @Nullable String value, Rule rule, String hint) {

    private static final int LONGEST_VALUE = 120;

    public RowProblem {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /** Of a row whose geometry had arcs. */
    public static RowProblem curveLinearised(long rowNumber) {
        String hint = "Arcs were replaced by chords of at most 4 degrees.";
        return new RowProblem(rowNumber, null, null, Rule.CURVE_LINEARISED, hint);
    }

    /** Of a row whose geometry means nothing, and why. */
    public static RowProblem geometryUnreadable(long rowNumber, String hint) {
        return new RowProblem(rowNumber, null, null, Rule.GEOMETRY_UNREADABLE, hint);
    }

    /** The rules a row can break while it is read. */
    public enum Rule {
        /** The geometry cannot be read; the row has none. */
        GEOMETRY_UNREADABLE(true),
        /** Circular arcs were replaced by short straight lines. */
        CURVE_LINEARISED(false),
        /** A value is not of the type of its field; it is read as null. */
        VALUE_UNREADABLE(true),
        /** Bytes that mean nothing in the file's encoding; each is read as U+FFFD. */
        TEXT_UNDECODABLE(true),
        /** More values than columns; the surplus is left out. */
        TOO_MANY_VALUES(true),
        /** Fewer values than columns; the rest is read as null. */
        TOO_FEW_VALUES(false),
        /** The attributes have no shape, or the shape has no attributes. */
        HALF_MISSING(true),
        /** An entry that is no feature at all. */
        NOT_A_FEATURE(true);

        private final boolean losesContent;

        Rule(boolean losesContent) {
            this.losesContent = losesContent;
        }

        /** Whether something the file meant to say is missing from the row. */
        public boolean losesContent() {
            return losesContent;
        }
    }
}
