package org.diachi.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.export.Field;
import org.diachi.export.GeometryKind;
import org.diachi.filter.Column;
import org.diachi.filter.ValueType;
import org.diachi.http.OutputCrs;
import org.diachi.layer.LayerField;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Features as rows of a table, for formats that are tables. Coordinates are x before y in every system. */
final class ItemTable {

    private static final Set<String> WHOLE = Set.of("id", "version", "parent", "population");

    private final FeatureType type;
    private final OutputCrs crs;

    /**
     * The table of a collection.
     *
     * @param columns that a row may have
     * @param members those of them that are wanted
     */
    ItemTable(Collection collection, Map<String, Column> columns, Members members, OutputCrs crs) {
        List<Field> fields = new ArrayList<>();
        for (Column column : columns.values()) {
            boolean isKey = column.name().equals("id") || column.name().equals("code");
            if (column.type() != ValueType.GEOMETRY && (isKey || members.contains(column.name()))) {
                fields.add(new Field(column.name(), type(column, collection)));
            }
        }
        this.type = new FeatureType(collection.id(), GeometryKind.GEOMETRY, crs.crs(), fields);
        this.crs = crs;
    }

    FeatureType type() {
        return type;
    }

    private static Field.Type type(Column column, Collection collection) {
        boolean isWhole = WHOLE.contains(column.name())
                || collection.fields().stream()
                        .filter(field -> field.name().equals(column.name()))
                        .map(LayerField::type)
                        .anyMatch("integer"::equals);
        return switch (column.type()) {
            case NUMBER -> isWhole ? Field.Type.INTEGER : Field.Type.REAL;
            case BOOLEAN -> Field.Type.BOOLEAN;
            case DATE -> Field.Type.DATE;
            default -> Field.Type.TEXT;
        };
    }

    /** A feature as a row. */
    Feature row(Item item) {
        Map<String, @Nullable Object> values = item.values().get();
        List<@Nullable Object> row = new ArrayList<>(type.fields().size());
        for (Field field : type.fields()) {
            row.add(value(field.type(), values.get(field.name())));
        }
        Geometry shape = item.shape();
        return new Feature(shape == null ? null : crs.apply(shape), row);
    }

    /** A value of another type than the schema says is left out of numbers, and written as it is into texts. */
    private static @Nullable Object value(Field.Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case INTEGER -> value instanceof Number number && isWhole(number) ? (Object) number.longValue() : null;
            case REAL -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case DATE -> value instanceof LocalDate ? value : null;
            default -> value.toString();
        };
    }

    private static boolean isWhole(Number number) {
        return number.doubleValue() == Math.rint(number.doubleValue());
    }
}
