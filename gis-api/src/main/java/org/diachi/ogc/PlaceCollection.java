package org.diachi.ogc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.change.Snapshot;
import org.diachi.filter.Column;
import org.diachi.http.OutputCrs;
import org.diachi.layer.LayerField;
import org.diachi.place.Place;
import org.diachi.place.PlaceColumns;
import org.diachi.place.PlaceName;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** The administrative units as a collection, with their outlines where they are known. */
@Component
class PlaceCollection implements Collection {

    private static final List<String> MEMBERS = List.of(
            "code", "level", "typeWord", "name", "fullName", "parent", "population", "validFrom", "validTo", "version");

    private final PlaceReader places;

    PlaceCollection(Registry registry) {
        this.places = registry.placeReader();
    }

    @Override
    public String id() {
        return "places";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of("en", "Administrative units", "vi", "Đơn vị hành chính");
    }

    @Override
    public String geometryType() {
        return "polygon";
    }

    @Override
    public List<LayerField> fields() {
        return Fields.texts("code", "level", "name");
    }

    @Override
    public Map<String, Column> columns(Snapshot state) {
        return PlaceColumns.all();
    }

    @Override
    public List<String> members() {
        return MEMBERS;
    }

    @Override
    public @Nullable String owner() {
        return null;
    }

    @Override
    public List<Item> list(ItemQuery query, int limit) {
        Map<String, String> equal = query.equal();
        PlaceQuery conditions =
                new PlaceQuery(null, equal.get("code"), equal.get("level"), equal.get("name"), query.area(), null);
        return places.listDuring(conditions, query.valid(), query.seq(), query.selection(Long::valueOf, limit)).stream()
                .map(PlaceCollection::item)
                .toList();
    }

    @Override
    public Optional<Item> find(String id, Period valid, long seq) {
        return Ids.read(id)
                .flatMap(number -> places.find(number, new Snapshot(valid.from(), seq)))
                .map(PlaceCollection::item);
    }

    private static Item item(Place place) {
        return new Item(
                String.valueOf(place.id()),
                place.version(),
                place.changed(),
                place.valid(),
                place.outline(),
                () -> values(place),
                (json, crs) -> write(place, json, crs));
    }

    private static Map<String, @Nullable Object> values(Place place) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", place.id());
        values.put("code", place.code());
        values.put("level", place.level());
        values.put("typeWord", place.typeWord());
        values.put("name", place.name());
        values.put("fullName", place.fullName());
        PlaceName parent = place.parent();
        values.put("parent", parent == null ? null : parent.id());
        values.put("population", place.population());
        values.put("validFrom", place.valid().from());
        values.put("validTo", place.valid().to());
        values.put("version", place.version());
        return values;
    }

    private static void write(Place place, JsonGenerator json, OutputCrs crs) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeNumberProperty("id", place.id());
        json.writeName("geometry");
        crs.writer(json).write(crs.simplified(place.outline()));
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("code", place.code());
        json.writeStringProperty("level", place.level());
        json.writeStringProperty("typeWord", place.typeWord());
        json.writeStringProperty("name", place.name());
        json.writeStringProperty("fullName", place.fullName());
        PlaceName parent = place.parent();
        Fields.writeNumber(json, "parent", parent == null ? null : parent.id());
        Fields.writeNumber(json, "population", place.population());
        Fields.writeState(json, place.valid(), place.version());
        json.writeEndObject();
        json.writeEndObject();
    }
}
