package org.diachi.ogc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diachi.address.AddressColumns;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.filter.Column;
import org.diachi.filter.Selection;
import org.diachi.http.address.AddressParameters;
import org.diachi.http.address.AddressWriter;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.CodeReader;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** The address objects as a collection; without a wish for another status, the living ones. */
final class AddressCollection implements Collection {

    private static final String STATUS = "status";

    private static final Map<String, String> STRUCTURES = Map.of(
            "ward", "object",
            "position", "object",
            "externalIds", "array",
            "predecessors", "array",
            "successors", "array",
            "parts", "array",
            "details", "object");

    private static final List<String> MEMBERS = List.of(
            "code",
            "kind",
            STATUS,
            "name",
            "houseNumber",
            "street",
            "ward",
            "address",
            "position",
            "locatedAt",
            "externalIds",
            "predecessors",
            "successors",
            "parts",
            "details",
            "validFrom",
            "validTo",
            "version");

    private final AddressReader addresses;
    private final AddressParameters parameters;
    private final AddressGrammar grammar;
    private final PersonalFields hidden;

    /** @param hidden details that are not told */
    AddressCollection(Registry registry, AddressParameters parameters, PersonalFields hidden) {
        this.hidden = hidden;
        this.addresses = registry.addressReader();
        this.parameters = parameters;
        this.grammar = registry.profile().grammar();
    }

    @Override
    public String id() {
        return "addresses";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of("en", "Addresses", "vi", "Địa chỉ");
    }

    @Override
    public String geometryType() {
        return "point";
    }

    @Override
    public List<LayerField> fields() {
        return Fields.texts("kind", STATUS, "name", "houseNumber", "street", "ward");
    }

    @Override
    public Map<String, Column> columns(Snapshot state) {
        return AddressColumns.of(grammar, state);
    }

    @Override
    public Map<String, String> structures() {
        return STRUCTURES;
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
        AddressQuery conditions = new AddressQuery(
                query.area(),
                null,
                parameters.wards(equal.get("ward"), query.lastDay()),
                equal.get("street"),
                equal.get("houseNumber"),
                parameters.kinds(told(equal, "kind")),
                statuses(query),
                null,
                equal.get("name"),
                null);
        Selection selection = query.selection(code -> Code.parse(code).toString(), limit);
        return addresses.listDuring(conditions, query.valid(), query.seq(), selection).stream()
                .map(this::item)
                .toList();
    }

    /** A filter that asks for the status is a wish for another one. */
    private List<AddressStatus> statuses(ItemQuery query) {
        boolean isAsked = query.wish().properties().contains(STATUS);
        return isAsked && !query.equal().containsKey(STATUS)
                ? List.of()
                : parameters.statuses(told(query.equal(), STATUS));
    }

    private static List<String> told(Map<String, String> equal, String name) {
        return Optional.ofNullable(equal.get(name)).stream().toList();
    }

    @Override
    public Optional<Item> find(String id, Period valid, long seq) {
        Snapshot day = new Snapshot(valid.from(), seq);
        return CodeReader.read(id)
                .findCode()
                .flatMap(code -> addresses.find(code, day))
                .map(this::item);
    }

    private Item item(AddressObject object) {
        return new Item(
                object.code().toString(),
                object.version(),
                object.changed(),
                object.valid(),
                object.position(),
                () -> values(object),
                (json, crs) -> new AddressWriter(json, crs, grammar, false, hidden).write(object));
    }

    private static Map<String, @Nullable Object> values(AddressObject object) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", object.code().toString());
        values.put("kind", object.kind().label());
        values.put(STATUS, object.status().label());
        values.put("name", object.name());
        values.put("houseNumber", object.houseNumber());
        values.put("street", object.street());
        values.put("ward", object.ward() == null ? null : object.ward().code());
        values.put("position.method", object.quality().method());
        values.put("position.accuracy", object.quality().accuracyMetres());
        values.put(
                "locatedAt",
                object.locatedAt() == null ? null : object.locatedAt().toString());
        values.put("externalIds", joined(object.externalIds(), id -> id.scheme() + ":" + id.value()));
        values.put(
                "predecessors",
                joined(object.predecessors(), link -> link.code().toString()));
        values.put("successors", joined(object.successors(), link -> link.code().toString()));
        values.put("validFrom", object.valid().from());
        values.put("validTo", object.valid().to());
        values.put("version", object.version());
        return values;
    }

    private static <T> @Nullable String joined(List<T> list, Function<T, String> text) {
        return list.isEmpty() ? null : list.stream().map(text).collect(Collectors.joining(" "));
    }
}
