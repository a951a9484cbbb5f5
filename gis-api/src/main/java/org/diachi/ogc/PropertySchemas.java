package org.diachi.ogc;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.city.CodeList;
import org.diachi.filter.Column;
import org.diachi.filter.ValueType;
import org.diachi.http.Body;
import org.diachi.http.Links;
import org.diachi.http.geojson.GeoJson;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * The properties of a collection's features, and what can be asked of them, as JSON Schema (OGC API Features, part 3, 6.2,
 * and part 5). Titles are in all languages that are known, under {@code x-titles}.
 */
@Component
class PropertySchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final Snapshot ANY = Snapshot.latest(LocalDate.EPOCH);

    private static final Map<String, String> ROLES = Map.of(
            "geometry", "primary-geometry",
            "id", "id",
            "validFrom", "primary-interval-start",
            "validTo", "primary-interval-end");

    private final Links links;
    private final CityProfile profile;

    PropertySchemas(Links links, Registry registry) {
        this.links = links;
        this.profile = registry.profile();
    }

    /** What filters may name. */
    Body queryables(Collection collection) {
        return schema(collection, "queryables", collection.columns(ANY).keySet());
    }

    /** What sorting may name. */
    Body sortables(Collection collection) {
        List<String> sortable = collection.columns(ANY).values().stream()
                .filter(Column::isSortable)
                .map(Column::name)
                .toList();
        return schema(collection, "sortables", sortable);
    }

    /** What features have. */
    Body schema(Collection collection) {
        Set<String> names = new LinkedHashSet<>(List.of("geometry"));
        names.addAll(collection.members());
        return schema(collection, "schema", names);
    }

    private Body schema(Collection collection, String resource, Iterable<String> names) {
        String id = links.to("/ogc/collections/" + Links.encode(collection.id()) + "/" + resource);
        Map<String, Column> columns = collection.columns(ANY);
        return GeoJson.feature(json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", DIALECT);
            json.writeStringProperty("$id", id);
            json.writeStringProperty("type", "object");
            json.writeStringProperty("title", collection.titles().getOrDefault("en", collection.id()));
            json.writeObjectPropertyStart("properties");
            for (String name : names) {
                json.writeObjectPropertyStart(name);
                String structure =
                        resource.equals("schema") ? collection.structures().get(name) : null;
                if (structure == null) {
                    writeType(json, collection, columns.get(name));
                } else {
                    json.writeStringProperty("type", structure);
                }
                writeWords(json, collection, name);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeBooleanProperty("additionalProperties", false);
            json.writeEndObject();
        });
    }

    private static void writeType(JsonGenerator json, Collection collection, @Nullable Column column) {
        switch (column == null ? ValueType.TEXT : column.type()) {
            case GEOMETRY -> json.writeStringProperty("format", "geometry-" + geometryFormat(collection));
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

    /** As OGC 23-058 names them; a layer may hold several parts in one feature. */
    private static String geometryFormat(Collection collection) {
        return switch (collection.geometryType()) {
            case "point" -> "point-or-multipoint";
            case "line" -> "linestring-or-multilinestring";
            case "polygon" -> "polygon-or-multipolygon";
            default -> "any";
        };
    }

    private static void writeList(JsonGenerator json, String type) {
        json.writeStringProperty("type", "array");
        json.writeObjectPropertyStart("items");
        json.writeStringProperty("type", type);
        json.writeEndObject();
    }

    private void writeWords(JsonGenerator json, Collection collection, String name) {
        LayerField field = collection.fields().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        Map<String, String> titles = FieldTitles.of(name, field);
        if (!titles.isEmpty()) {
            json.writeStringProperty(
                    "title",
                    titles.getOrDefault("en", titles.values().iterator().next()));
            writeTitles(json, titles);
        }
        if (ROLES.containsKey(name)) {
            json.writeStringProperty("x-ogc-role", ROLES.get(name));
        }
        if (field != null && field.unit() != null) {
            json.writeStringProperty("x-ogc-unit", field.unit());
        }
        codeList(field).ifPresent(list -> writeCodes(json, list));
    }

    private static void writeTitles(JsonGenerator json, Map<String, String> titles) {
        json.writeObjectPropertyStart("x-titles");
        new TreeMap<>(titles).forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private Optional<CodeList> codeList(@Nullable LayerField field) {
        return Optional.ofNullable(field).map(LayerField::codeList).flatMap(profile::findCodeList);
    }

    /** Older data may carry other codes, so that these are annotations rather than all there may be. */
    private static void writeCodes(JsonGenerator json, CodeList list) {
        json.writeStringProperty("x-ogc-codelist", list.scheme());
        json.writeArrayPropertyStart("x-codes");
        for (CodeList.Entry entry : list.entries()) {
            json.writeStartObject();
            json.writeStringProperty("const", entry.code());
            json.writeStringProperty("title", entry.names().getOrDefault("en", entry.code()));
            writeTitles(json, entry.names());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
