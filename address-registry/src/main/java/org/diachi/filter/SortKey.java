package org.diachi.filter;

import java.util.Objects;
import org.diachi.db.SqlPart;

/**
 * A column by which rows are put in order. Texts are in the order of the Unicode collation, so that letters with marks
 * stand with those without; what has no value comes last both ways.
 *
 * @param column what is compared
 * @param isDescending whether the greatest comes first
 */
public record SortKey(Column column, boolean isDescending) {

    public SortKey {
        Objects.requireNonNull(column, "column");
        if (!column.isSortable()) {
            throw new IllegalArgumentException("Nothing can be sorted by " + column.name());
        }
    }

    /** The value that is compared. */
    public SqlPart value() {
        return column.type() == ValueType.TEXT ? column.sql().between("(", ") COLLATE \"und-x-icu\"") : column.sql();
    }
}
