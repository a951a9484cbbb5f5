package org.diachi.rest;

import java.util.List;
import java.util.function.Function;
import org.diachi.address.AddressQuery;
import org.diachi.change.Snapshot;
import org.diachi.http.AreaParameters;
import org.diachi.http.problem.ProblemException;
import org.diachi.place.Place;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the conditions of a list of addresses. */
@Component
class AddressFilters {

    /** What is there for people: without a wish for others, these are meant. */
    private static final List<AddressStatus> LIVING = List.of(AddressStatus.PROPOSED, AddressStatus.CURRENT);

    /** A code has had far fewer bearers than that. */
    private static final int MOST_WARDS = 100;

    private final AreaParameters areas;
    private final PlaceReader places;

    AddressFilters(AreaParameters areas, Registry registry) {
        this.areas = areas;
        this.places = registry.placeReader();
    }

    AddressQuery read(AddressFilter filter, Snapshot snapshot) {
        List<AddressStatus> statuses = labels("status", filter.status(), AddressStatus::of);
        return new AddressQuery(
                areas.area(filter.bbox(), filter.bboxCrs()),
                areas.near(filter.near()),
                wards(filter.ward(), snapshot),
                filter.street(),
                filter.number(),
                labels("kind", filter.kind(), AddressKind::of),
                statuses.isEmpty() ? LIVING : statuses,
                externalId(filter.externalId()),
                null,
                null);
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

    private static <T> List<T> labels(String parameter, @Nullable List<String> labels, Function<String, T> read) {
        if (labels == null) {
            return List.of();
        }
        try {
            return labels.stream().map(read).toList();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue(
                    parameter, "The parameter \"" + parameter + "\" is wrong. " + e.getMessage() + ".");
        }
    }

    private static @Nullable ExternalId externalId(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw ProblemException.badValue(
                    "externalId",
                    "The parameter \"externalId\" is \"" + text + "\". Give scheme:value, as osm:way/42.");
        }
        try {
            return new ExternalId(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue("externalId", e.getMessage() + ". Give scheme:value, as osm:way/42.");
        }
    }
}
