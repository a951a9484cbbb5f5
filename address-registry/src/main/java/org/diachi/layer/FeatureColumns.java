package org.diachi.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.db.SqlPart;
import org.diachi.filter.Column;
import org.diachi.filter.ValueType;

/**
 * What can be asked of the features of a layer. A value that is not of its field's type counts as absent: sources are not
 * always what their schemas promise.
 */
public final class FeatureColumns {

    private FeatureColumns() {}

    /**
     * Columns by the names of all APIs.
     *
     * @param fields those of the layer that may be asked for
     */
    public static Map<String, Column> of(List<LayerField> fields) {
        Map<String, Column> columns = new LinkedHashMap<>();
        add(columns, Column.of("geometry", ValueType.GEOMETRY, "v.shape"));
        add(columns, Column.of("id", ValueType.NUMBER, "v.id"));
        fields.forEach(field -> columns.putIfAbsent(field.name(), attribute(field)));
        String plan = "(SELECT p.identifier FROM registry.plan p WHERE p.id = v.plan)";
        add(columns, Column.of("plan", ValueType.TEXT, plan).implying(FeatureColumns::ofPlan));
        add(columns, Column.of("validFrom", ValueType.DATE, "v.valid_from"));
        add(columns, Column.of("validTo", ValueType.DATE, "v.valid_to"));
        add(columns, Column.of("version", ValueType.NUMBER, "v.version"));
        return columns;
    }

    private static void add(Map<String, Column> columns, Column column) {
        columns.put(column.name(), column);
    }

    private static SqlPart ofPlan(String identifier) {
        return SqlPart.of("v.plan = (SELECT p.id FROM registry.plan p WHERE p.identifier = ?)", identifier);
    }

    private static Column attribute(LayerField field) {
        String name = field.name();
        return switch (field.type()) {
            case "integer", "number" -> Column.of(name, ValueType.NUMBER, typed("number", "numeric"), name, name);
            case "boolean" -> Column.of(name, ValueType.BOOLEAN, typed("boolean", "boolean"), name, name);
            default -> text(name);
        };
    }

    /** An index of the values of one attribute holds the features that have it, and is used if that is asked for too. */
    private static Column text(String name) {
        return Column.of(name, ValueType.TEXT, "(v.attributes ->> ?)", name)
                .implying(value -> SqlPart.of("v.attributes ?? ?", name));
    }

    private static String typed(String jsonType, String type) {
        return "(CASE jsonb_typeof(v.attributes -> ?) WHEN '" + jsonType + "' THEN (v.attributes ->> ?)::" + type
                + " END)";
    }
}
