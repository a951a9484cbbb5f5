package org.diachi.filter;

import java.util.Objects;
import java.util.function.Function;
import org.diachi.db.SqlPart;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of each row of a table that is called {@code v}.
 *
 * @param name as callers write it
 * @param type of its values
 * @param sql gives the value
 * @param implied a condition that holds whenever the value equals a given one, and that an index serves; null if there is
 *     none
 */
public record Column(
        String name, ValueType type, SqlPart sql, @Nullable Function<String, SqlPart> implied) {

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sql, "sql");
    }

    /** A column that no other condition helps to find. */
    public static Column of(String name, ValueType type, String sql, Object... values) {
        return new Column(name, type, SqlPart.of(sql, values), null);
    }

    /** The same column, of which equal values imply another condition. */
    public Column implying(Function<String, SqlPart> condition) {
        return new Column(name, type, sql, condition);
    }

    /** Whether features can be put in the order of its values. */
    public boolean isSortable() {
        return type.isOrdered();
    }
}
