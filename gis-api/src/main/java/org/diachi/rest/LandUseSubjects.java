package org.diachi.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.city.AddressGrammar;
import org.diachi.http.AreaParameters;
import org.diachi.http.OutputCrs;
import org.diachi.http.address.AddressLookup;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.geojson.StoredGeometry;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.layer.Feature;
import org.diachi.layer.FeatureReader;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.sheet.AskedSubject;
import org.diachi.value.ExternalId;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Finds the piece of land that is asked about. */
@Component
class LandUseSubjects {

    private final AddressLookup lookup;
    private final AddressReader addresses;
    private final FeatureReader features;
    private final AreaParameters areas;
    private final AddressGrammar grammar;

    LandUseSubjects(Registry registry, AddressLookup lookup, AreaParameters areas) {
        this.lookup = lookup;
        this.addresses = registry.addressReader();
        this.features = registry.featureReader();
        this.areas = areas;
        this.grammar = registry.profile().grammar();
    }

    /** As it was told; all may be absent. */
    record Told(
            @Nullable String address,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String externalId) {}

    /**
     * The subject.
     *
     * @param layers those whose features the caller may read
     * @throws ProblemException if none or several were told, or it is not there
     */
    AskedSubject get(Told told, TimeView view, Snapshot snapshot, List<Layer> layers) {
        long count = Stream.of(
                        told.address() != null, told.lon() != null || told.lat() != null, told.externalId() != null)
                .filter(isTold -> isTold)
                .count();
        if (count != 1) {
            throw ProblemException.badValue(
                    "address",
                    "Name one piece of land: address, or lon and lat, or externalId; POST takes a geometry.");
        }
        String code = told.address();
        if (code != null) {
            return ofAddress(lookup.get(code, view), null);
        }
        String id = told.externalId();
        return id == null ? ofPoint(told.lon(), told.lat()) : ofExternalId(id, snapshot, layers);
    }

    /**
     * A geometry that was sent, in the storage CRS.
     *
     * @throws ProblemException if there is none, it is not valid, or it lies far from the city
     */
    Geometry drawn(@Nullable Geometry told, OutputCrs crs) {
        if (told == null || told.isEmpty()) {
            throw StoredGeometry.refuse("has no coordinates: send a GeoJSON point, line or polygon");
        }
        Geometry shape = StoredGeometry.read(told, crs);
        if (!areas.isNear(shape)) {
            throw StoredGeometry.refuse("lies far from this city: check the system and its axis order");
        }
        return shape;
    }

    private AskedSubject ofPoint(@Nullable Double lon, @Nullable Double lat) {
        if (lon == null || lat == null) {
            throw ProblemException.badValue(
                    lon == null ? "lon" : "lat", "A point has both lon and lat: longitude and latitude of CRS84.");
        }
        return AskedSubject.of("point", areas.point("lon", lon, lat));
    }

    private AskedSubject ofAddress(AddressObject object, @Nullable String externalId) {
        Geometry outline = object.outline();
        return new AskedSubject(
                "address",
                object.code().toString(),
                AddressWriter.addressLine(object, grammar),
                externalId,
                outline == null ? object.position() : outline);
    }

    private AskedSubject ofExternalId(String text, Snapshot snapshot, List<Layer> layers) {
        ExternalId id = AddressFilters.readExternalId(text);
        AddressQuery query = new AddressQuery(null, null, null, null, null, List.of(), List.of(), id, null, null);
        List<AddressObject> found = addresses.list(query, snapshot, 1, true);
        if (!found.isEmpty()) {
            return ofAddress(found.get(0), text);
        }
        LocalDate day = snapshot.asOf();
        Optional<Feature> feature = features.findBySource(
                layers, id.scheme(), id.value(), new Period(day, day.plusDays(1)), snapshot.seq());
        Geometry shape = feature.map(Feature::shape).orElse(null);
        if (shape == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND,
                    "Nothing is called \"" + text + "\" on " + day
                            + ", neither an address object nor a feature of a layer that you may read."));
        }
        return new AskedSubject("feature", null, null, text, shape);
    }
}
