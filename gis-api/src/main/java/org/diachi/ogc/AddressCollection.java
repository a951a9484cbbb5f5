package org.diachi.ogc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.address.AddressColumns;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.filter.Column;
import org.diachi.filter.Selection;
import org.diachi.http.PersonalAccess;
import org.diachi.http.address.AddressParameters;
import org.diachi.http.address.AddressWriter;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.CodeReader;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The address objects as a collection; without a wish for another status, the living ones. */
@Component
class AddressCollection implements Collection {

    private static final String STATUS = "status";

    private final AddressReader addresses;
    private final AddressParameters parameters;
    private final AddressGrammar grammar;
    private final PersonalFields personal;
    private final PersonalAccess access;

    AddressCollection(Registry registry, AddressParameters parameters, PersonalAccess access) {
        this.personal = registry.profile().personalFields();
        this.access = access;
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
        PersonalFields hidden = access.hidden(personal);
        return new Item(
                object.code().toString(),
                object.version(),
                object.changed(),
                (json, crs) -> new AddressWriter(json, crs, grammar, false, hidden).write(object));
    }
}
