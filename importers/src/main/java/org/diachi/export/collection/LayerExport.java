package org.diachi.export.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diachi.change.Snapshot;
import org.diachi.export.Feature;
import org.diachi.export.FeatureType;
import org.diachi.export.Field;
import org.diachi.export.GeometryKind;
import org.diachi.layer.FeatureQuery;
import org.diachi.layer.FeatureReader;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The features of a layer with the fields of its schema, the plan, and the days of the state. */
final class LayerExport implements Exportable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Layer layer;
    private final FeatureReader reader;
    private final Period day;
    private final long seq;

    LayerExport(Layer layer, Registry registry, Snapshot snapshot) {
        this.layer = layer;
        this.reader = registry.featureReader();
        this.day = new Period(snapshot.asOf(), snapshot.asOf().plusDays(1));
        this.seq = snapshot.seq();
    }

    @Override
    public FeatureType type(Crs crs) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.integer("id"));
        for (LayerField field : layer.fields()) {
            fields.add(new Field(field.name(), type(field)));
        }
        fields.addAll(
                List.of(Field.text("plan"), Field.date("validFrom"), Field.date("validTo"), Field.integer("version")));
        // A layer of points may hold several in one feature, a layer of lines too.
        return new FeatureType(layer.collection(), GeometryKind.GEOMETRY, crs, fields);
    }

    private static Field.Type type(LayerField field) {
        return switch (field.type()) {
            case "integer" -> Field.Type.INTEGER;
            case "number" -> Field.Type.REAL;
            case "boolean" -> Field.Type.BOOLEAN;
            default -> Field.Type.TEXT;
        };
    }

    @Override
    public long count() {
        return reader.count(layer, day, seq);
    }

    @Override
    public Stream<Feature> features() {
        return reader.stream(layer, FeatureQuery.during(day).withDrafts(true), seq)
                .map(this::feature);
    }

    private Feature feature(org.diachi.layer.Feature feature) {
        JsonNode attributes = JSON.readTree(feature.attributes());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(feature.id());
        for (LayerField field : layer.fields()) {
            values.add(value(field, attributes.path(field.name())));
        }
        values.add(feature.plan());
        values.add(feature.valid().from());
        values.add(feature.valid().to());
        values.add((long) feature.version());
        return new Feature(feature.shape(), values);
    }

    /** A value of another type than the schema says is left out of numbers, and written as it is into texts. */
    private static @Nullable Object value(LayerField field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return switch (type(field)) {
            case INTEGER -> value.isIntegralNumber() ? value.longValue() : null;
            case REAL -> value.isNumber() ? value.doubleValue() : null;
            case BOOLEAN -> value.isBoolean() ? value.booleanValue() : null;
            default -> value.isString() ? value.stringValue() : value.toString();
        };
    }
}
