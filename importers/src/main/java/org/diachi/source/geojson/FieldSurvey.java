package org.diachi.source.geojson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.source.FieldType;
import org.diachi.source.SourceField;
import org.jspecify.annotations.Nullable;

/** Learns from all features of a file which fields there are and what they hold. */
final class FieldSurvey {

    /** A type is null while a field has shown only nulls. */
    private final Map<String, @Nullable FieldType> types = new LinkedHashMap<>();

    private @Nullable String geometryType;
    private long features;

    void add(RawFeature feature) {
        features++;
        feature.properties.forEach((name, value) -> {
            FieldType known = types.get(name);
            FieldType seen = value == null ? known : known == null ? typeOf(value) : known.widenedTo(typeOf(value));
            types.put(name, seen);
        });
        if (feature.geometry != null && feature.geometry.type != null) {
            String type = feature.geometry.type;
            geometryType = geometryType == null || geometryType.equals(type) ? type : "Geometry";
        }
    }

    private static FieldType typeOf(Object value) {
        if (value instanceof Long) {
            return FieldType.INTEGER;
        }
        if (value instanceof Double) {
            return FieldType.NUMBER;
        }
        return value instanceof Boolean ? FieldType.BOOLEAN : FieldType.TEXT;
    }

    /** In the order of their first appearance. */
    List<SourceField> fields() {
        return types.entrySet().stream()
                .map(e -> new SourceField(e.getKey(), e.getValue() == null ? FieldType.TEXT : e.getValue()))
                .toList();
    }

    /** The type all geometries share, {@code Geometry} where they differ, null where there are none. */
    @Nullable
    String geometryType() {
        return geometryType;
    }

    long features() {
        return features;
    }
}
