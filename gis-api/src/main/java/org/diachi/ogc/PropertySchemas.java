package org.diachi.ogc;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.diachi.change.Snapshot;
import org.diachi.filter.Column;
import org.diachi.filter.ValueType;
import org.diachi.http.Body;
import org.diachi.http.Links;
import org.diachi.http.geojson.GeoJson;
import org.diachi.layer.LayerField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** What can be asked of a collection, as JSON Schema (OGC API Features, part 3, 6.2, and part 5). */
@Component
class PropertySchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Links links;

    PropertySchemas(Links links) {
        this.links = links;
    }

    Body queryables(Collection collection) {
        return schema(collection, "queryables", column -> true);
    }

    Body sortables(Collection collection) {
        return schema(collection, "sortables", Column::isSortable);
    }

    private Body schema(Collection collection, String resource, Predicate<Column> isWanted) {
        String id = links.to("/ogc/collections/" + Links.encode(collection.id()) + "/" + resource);
        return GeoJson.feature(json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", DIALECT);
            json.writeStringProperty("$id", id);
            json.writeStringProperty("type", "object");
            json.writeStringProperty("title", collection.titles().getOrDefault("en", collection.id()));
            json.writeObjectPropertyStart("properties");
            for (Column column :
                    collection.columns(Snapshot.latest(LocalDate.EPOCH)).values()) {
                if (isWanted.test(column)) {
                    json.writeObjectPropertyStart(column.name());
                    writeType(json, column.type());
                    writeField(json, field(collection, column.name()));
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
            json.writeBooleanProperty("additionalProperties", false);
            json.writeEndObject();
        });
    }

    private static @Nullable LayerField field(Collection collection, String name) {
        return collection.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void writeType(JsonGenerator json, ValueType type) {
        switch (type) {
            case GEOMETRY -> {
                json.writeStringProperty("format", "geometry-any");
                json.writeStringProperty("x-ogc-role", "primary-geometry");
            }
            case DATE -> {
                json.writeStringProperty("type", "string");
                json.writeStringProperty("format", "date");
            }
            case TIMESTAMP -> {
                json.writeStringProperty("type", "string");
                json.writeStringProperty("format", "date-time");
            }
            case TEXTS -> writeList(json, "string");
            case NUMBERS -> writeList(json, "number");
            case NUMBER -> json.writeStringProperty("type", "number");
            case BOOLEAN -> json.writeStringProperty("type", "boolean");
            case TEXT -> json.writeStringProperty("type", "string");
        }
    }

    private static void writeList(JsonGenerator json, String type) {
        json.writeStringProperty("type", "array");
        json.writeObjectPropertyStart("items");
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }

    private static void writeField(JsonGenerator json, @Nullable LayerField field) {
        if (field == null) {
            return;
        }
        Map<String, String> titles = field.titles() == null ? Map.of() : field.titles();
        String title = titles.getOrDefault("en", titles.get("vi"));
        if (title != null) {
            json.writeStringProperty("title", title);
        }
        if (field.unit() != null) {
            json.writeStringProperty("x-ogc-unit", field.unit());
        }
    }
}
