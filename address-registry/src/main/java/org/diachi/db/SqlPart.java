package org.diachi.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of SQL and what it binds. Pieces are put together from fixed texts; whatever a caller wrote is among the values.
 *
 * @param sql with one {@code ?} for each value
 * @param values in the order of their marks, none of them null
 */
public record SqlPart(String sql, List<Object> values) {

    public SqlPart {
        values = List.copyOf(values);
    }

    /**
     * A piece.
     *
     * @param sql fixed in the program, never made of a caller's text
     */
    public static SqlPart of(String sql, Object... values) {
        return new SqlPart(sql, Arrays.asList(values));
    }

    /** {@code (left operator right)}. */
    public static SqlPart infix(SqlPart left, String operator, SqlPart right) {
        return joined(" " + operator + " ", List.of(left, right));
    }

    /** {@code function(argument, …)}. */
    public static SqlPart call(String function, SqlPart... arguments) {
        SqlPart inside = joined(", ", Arrays.asList(arguments));
        return new SqlPart(function + inside.sql(), inside.values());
    }

    /** All pieces with something between them, in brackets. */
    public static SqlPart joined(String between, List<SqlPart> parts) {
        StringBuilder sql = new StringBuilder("(");
        List<Object> values = new ArrayList<>();
        for (SqlPart part : parts) {
            sql.append(values.isEmpty() && sql.length() == 1 ? "" : between).append(part.sql());
            values.addAll(part.values());
        }
        return new SqlPart(sql.append(')').toString(), values);
    }

    /** The same piece between two fixed texts. */
    public SqlPart between(String before, String after) {
        return new SqlPart(before + sql + after, values);
    }
}
