package org.diachi.ogc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.problem.ProblemException;
import org.diachi.layer.LayerCatalogue;
import org.diachi.layer.LayerField;
import org.diachi.place.Place;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.CodeReader;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The address objects as a collection; without a wish for another status, the living ones. */
@Component
class AddressCollection implements Collection {

    private static final List<AddressStatus> LIVING = List.of(AddressStatus.PROPOSED, AddressStatus.CURRENT);
    private static final int MOST_WARDS = 100;

    private final AddressReader addresses;
    private final PlaceReader places;
    private final AddressGrammar grammar;

    AddressCollection(Registry registry) {
        this.addresses = registry.addressReader();
        this.places = registry.placeReader();
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
        return Fields.texts("kind", "status", "name", "houseNumber", "street", "ward");
    }

    @Override
    public @Nullable String owner() {
        return null;
    }

    @Override
    public LayerCatalogue.Extent extent() {
        return new LayerCatalogue.Extent(addresses.findExtent().orElse(null), null);
    }

    @Override
    public List<Item> list(ItemQuery query, int limit) {
        Map<String, String> equal = query.equal();
        List<AddressStatus> statuses = labels(equal, "status", AddressStatus::of);
        String after = query.after();
        AddressQuery conditions = new AddressQuery(
                query.area(),
                null,
                wards(equal.get("ward"), query.lastDay()),
                equal.get("street"),
                equal.get("houseNumber"),
                labels(equal, "kind", AddressKind::of),
                statuses.isEmpty() ? LIVING : statuses,
                null,
                equal.get("name"),
                after == null ? null : Code.parse(after));
        return addresses.listDuring(conditions, query.valid(), query.seq(), limit).stream()
                .map(this::item)
                .toList();
    }

    private @Nullable List<Long> wards(@Nullable String code, Snapshot snapshot) {
        if (code == null) {
            return null;
        }
        PlaceQuery query = new PlaceQuery(snapshot.asOf(), code, null, null, null, null);
        return places.list(query, snapshot.seq(), MOST_WARDS, false).stream()
                .map(Place::id)
                .toList();
    }

    private static <T> List<T> labels(Map<String, String> equal, String name, Function<String, T> read) {
        String label = equal.get(name);
        try {
            return label == null ? List.of() : List.of(read.apply(label));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue(name, "The parameter \"" + name + "\" is wrong. " + e.getMessage() + ".");
        }
    }

    @Override
    public Optional<Item> find(String id, Period valid) {
        Snapshot day = Snapshot.latest(valid.from());
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
                (json, crs) -> new AddressWriter(json, crs, grammar, false).write(object));
    }
}
