package org.diachi.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.diachi.address.AddressChanges;
import org.diachi.address.AddressObject;
import org.diachi.change.Change;
import org.diachi.change.StateChange;
import org.diachi.city.CityProfile;
import org.diachi.city.PersonalFields;
import org.diachi.layer.Feature;
import org.diachi.layer.FeatureChanges;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerCatalogue;
import org.diachi.place.PlaceChanges;
import org.diachi.place.PlaceRegister;
import org.diachi.place.PlaceState;
import org.diachi.value.AddressKind;

/** Reads the states that entries of the log ended and wrote, with one statement for each sort of object. */
final class ObjectStates {

    private static final Set<String> ADDRESS_KINDS =
            Arrays.stream(AddressKind.values()).map(AddressKind::label).collect(Collectors.toUnmodifiableSet());

    private final AddressChanges addresses;
    private final FeatureChanges features;
    private final PlaceChanges places;
    private final LayerCatalogue layers;
    private final AddressStateWriter addressWriter;
    private final FeatureStateWriter featureWriter;
    private final PlaceStateWriter placeWriter;

    ObjectStates(DataSource dataSource, CityProfile profile, GeometryJson geometries) {
        int srid = profile.storageCrs().epsg();
        this.addresses = new AddressChanges(dataSource, profile.storageCrs());
        this.features = new FeatureChanges(dataSource, srid);
        this.places = new PlaceChanges(dataSource, srid);
        this.layers = new LayerCatalogue(dataSource);
        this.addressWriter = new AddressStateWriter(geometries, profile.grammar(), profile.personalFields());
        this.featureWriter = new FeatureStateWriter(geometries);
        this.placeWriter = new PlaceStateWriter(geometries);
    }

    /** The states of one page, by entry. */
    @FunctionalInterface
    interface OfPage {
        StateChange<State> of(Change change);
    }

    OfPage read(List<Change> page) {
        Map<Sort, List<Change>> bySort = page.stream().collect(Collectors.groupingBy(ObjectStates::sort));
        var ofAddresses = read(bySort, Sort.ADDRESS, addresses::read);
        var ofPlaces = read(bySort, Sort.PLACE, places::read);
        Map<String, PersonalFields> hidden = bySort.containsKey(Sort.FEATURE) ? hiddenByCollection() : Map.of();
        var ofFeatures = read(ofLayers(bySort, hidden.keySet()), Sort.FEATURE, features::read);
        return change -> switch (sort(change)) {
            case ADDRESS -> map(ofAddresses.of(change.seq()), this::state);
            case PLACE -> map(ofPlaces.of(change.seq()), this::state);
            case FEATURE -> map(ofFeatures.of(change.seq()), feature -> state(change.kind(), feature, hidden));
        };
    }

    private enum Sort {
        ADDRESS,
        PLACE,
        FEATURE
    }

    private static Sort sort(Change change) {
        if (ADDRESS_KINDS.contains(change.kind())) {
            return Sort.ADDRESS;
        }
        return change.kind().equals(PlaceRegister.KIND) ? Sort.PLACE : Sort.FEATURE;
    }

    private Map<String, PersonalFields> hiddenByCollection() {
        return layers.list().stream().collect(Collectors.toMap(Layer::collection, Layer::personalFields));
    }

    /** Kinds that are neither addresses nor places nor layers have entries, but no states. */
    private static Map<Sort, List<Change>> ofLayers(Map<Sort, List<Change>> bySort, Set<String> collections) {
        List<Change> ofLayers = bySort.getOrDefault(Sort.FEATURE, List.of()).stream()
                .filter(change -> collections.contains(change.kind()))
                .toList();
        return Map.of(Sort.FEATURE, ofLayers);
    }

    private static <T> StateChange.Collector<T> read(
            Map<Sort, List<Change>> bySort, Sort sort, Function<List<Change>, StateChange.Collector<T>> reader) {
        List<Change> changes = bySort.getOrDefault(sort, List.of());
        return changes.isEmpty() ? new StateChange.Collector<>() : reader.apply(changes);
    }

    private static <T> StateChange<State> map(StateChange<T> change, Function<T, State> state) {
        return new StateChange<>(
                change.ended().stream().map(state).toList(),
                change.written().stream().map(state).toList());
    }

    private State state(AddressObject object) {
        return new State(object.valid(), json -> addressWriter.write(json, object));
    }

    private State state(PlaceState place) {
        return new State(place.valid(), json -> placeWriter.write(json, place));
    }

    private State state(String collection, Feature feature, Map<String, PersonalFields> hidden) {
        PersonalFields ofLayer = hidden.getOrDefault(collection, PersonalFields.NONE);
        return new State(feature.valid(), json -> featureWriter.write(json, collection, feature, ofLayer));
    }
}
