package org.diachi.ogc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.diachi.change.Snapshot;
import org.diachi.city.CodeList;
import org.diachi.city.PersonalFields;
import org.diachi.filter.Column;
import org.diachi.http.OutputCrs;
import org.diachi.http.problem.ProblemException;
import org.diachi.layer.Feature;
import org.diachi.layer.FeatureColumns;
import org.diachi.layer.FeatureQuery;
import org.diachi.layer.FeatureReader;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A map layer as a collection. */
final class LayerCollection implements Collection {

    private static final String PLAN = "plan";
    private static final String ZONES = "zones";
    private static final JsonMapper JSON = new JsonMapper();

    private final Layer layer;
    private final FeatureReader features;
    private final PersonalFields hidden;
    private final boolean withDrafts;
    private final List<CodeList> lists;

    /**
     * A layer as a caller sees it.
     *
     * @param hidden fields that can neither be seen nor asked for
     * @param withDrafts whether features of plans are seen that are being drafted
     */
    LayerCollection(Layer layer, Registry registry, PersonalFields hidden, boolean withDrafts) {
        this.hidden = hidden;
        this.withDrafts = withDrafts;
        this.layer = layer;
        this.features = registry.featureReader();
        this.lists = registry.profile().codeLists();
    }

    @Override
    public String id() {
        return layer.collection();
    }

    @Override
    public Map<String, String> titles() {
        return layer.titles();
    }

    @Override
    public String geometryType() {
        return layer.geometryType();
    }

    @Override
    public List<LayerField> fields() {
        List<LayerField> fields = new ArrayList<>(layer.fields());
        fields.removeIf(field -> hidden.contains(field.name()));
        if (layer.collection().equals(ZONES)) {
            fields.replaceAll(this::ofTheCity);
        }
        fields.addAll(Fields.texts(PLAN));
        return fields;
    }

    /** Every register has zones, and whose codes they bear is a matter of the city: of the one list that it has. */
    private LayerField ofTheCity(LayerField field) {
        return field.name().equals("code") && field.codeList() == null && lists.size() == 1
                ? new LayerField(
                        field.name(),
                        field.type(),
                        field.titles(),
                        field.unit(),
                        lists.get(0).scheme(),
                        field.personal())
                : field;
    }

    @Override
    public Map<String, Column> columns(Snapshot state) {
        return FeatureColumns.of(fields());
    }

    @Override
    public List<String> members() {
        List<String> members = new ArrayList<>();
        fields().forEach(field -> members.add(field.name()));
        members.addAll(List.of("validFrom", "validTo", "version"));
        return members;
    }

    @Override
    public @Nullable String owner() {
        return layer.owner();
    }

    @Override
    public List<Item> list(ItemQuery query, int limit) {
        Map<String, Object> values = new HashMap<>();
        for (LayerField field : layer.fields()) {
            String text = query.equal().get(field.name());
            if (text != null) {
                values.put(field.name(), value(field, text));
            }
        }
        FeatureQuery conditions =
                new FeatureQuery(query.valid(), query.area(), query.equal().get(PLAN), values, withDrafts, 0);
        return features.list(layer, conditions, query.seq(), query.selection(Long::valueOf, limit)).stream()
                .map(this::item)
                .toList();
    }

    @Override
    public OptionalLong count(Period valid, long seq, int most) {
        long count = features.countUpTo(layer, valid, seq, most + 1);
        return count > most ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** The value as JSON has it: numbers equal numbers however they are written. */
    private static Object value(LayerField field, String text) {
        try {
            return switch (field.type()) {
                case "integer", "number" -> new BigDecimal(text);
                case "boolean" -> flag(text);
                default -> text;
            };
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue(
                    field.name(),
                    "The parameter \"" + field.name() + "\" is \"" + text + "\". Give a value of the type "
                            + field.type() + ".");
        }
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    @Override
    public Optional<Item> find(String id, Period valid, long seq) {
        return Ids.read(id)
                .flatMap(number -> features.find(layer, number, valid, seq, withDrafts))
                .map(this::item);
    }

    private Item item(Feature feature) {
        return new Item(
                String.valueOf(feature.id()),
                feature.version(),
                feature.changed(),
                feature.valid(),
                feature.shape(),
                () -> values(feature),
                (json, crs) -> write(feature, json, crs));
    }

    private Map<String, @Nullable Object> values(Feature feature) {
        JsonNode attributes = JSON.readTree(feature.attributes());
        Map<String, @Nullable Object> values = new HashMap<>();
        for (LayerField field : layer.fields()) {
            if (!hidden.contains(field.name())) {
                values.put(field.name(), attribute(attributes.path(field.name())));
            }
        }
        values.put("id", feature.id());
        values.put(PLAN, feature.plan());
        values.put("validFrom", feature.valid().from());
        values.put("validTo", feature.valid().to());
        values.put("version", feature.version());
        return values;
    }

    private static @Nullable Object attribute(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asString(value.toString());
    }

    private void write(Feature feature, JsonGenerator json, OutputCrs crs) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", feature.id());
        json.writeName("geometry");
        crs.writer(json).write(crs.simplified(feature.shape()));
        json.writeObjectPropertyStart("properties");
        if (feature.plan() != null) {
            json.writeStringProperty(PLAN, feature.plan());
        }
        Fields.writeState(json, feature.valid(), feature.version());
        Fields.writeMembers(json, hidden.withoutThese(feature.attributes()));
        json.writeEndObject();
        json.writeEndObject();
    }
}
