package org.diachi.filter.sql;

import java.util.Objects;
import org.diachi.db.SqlPart;
import org.diachi.filter.ValueType;

/**
 * SQL that gives a value.
 *
 * @param type of the value
 */
record TypedSql(SqlPart sql, ValueType type) {

    TypedSql {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(type, "type");
    }
}
