package org.diachi.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.filter.Column;
import org.diachi.filter.ValueType;

/** What can be asked of administrative units. */
public final class PlaceColumns {

    private PlaceColumns() {}

    /** Columns by the names of all APIs. */
    public static Map<String, Column> all() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Column column : List.of(
                Column.of("geometry", ValueType.GEOMETRY, "v.shape"),
                Column.of("id", ValueType.NUMBER, "v.place"),
                Column.of("code", ValueType.TEXT, "v.code"),
                Column.of("level", ValueType.TEXT, "v.level"),
                Column.of("typeWord", ValueType.TEXT, "v.type_word"),
                Column.of("name", ValueType.TEXT, "v.name"),
                Column.of("fullName", ValueType.TEXT, "v.full_name"),
                Column.of("parent", ValueType.NUMBER, "v.parent"),
                Column.of("population", ValueType.NUMBER, "v.population"),
                Column.of("validFrom", ValueType.DATE, "v.valid_from"),
                Column.of("validTo", ValueType.DATE, "v.valid_to"),
                Column.of("version", ValueType.NUMBER, "v.version"))) {
            columns.put(column.name(), column);
        }
        return columns;
    }
}
