package org.diachi.http.address;

import java.util.List;
import java.util.function.Function;
import org.diachi.change.Snapshot;
import org.diachi.http.problem.ProblemException;
import org.diachi.place.Place;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the conditions on addresses that several faces know. */
@Component
public final class AddressParameters {

    /** What is there for people: without a wish for others, these are meant. */
    private static final List<AddressStatus> LIVING = List.of(AddressStatus.PROPOSED, AddressStatus.CURRENT);

    /** A code has had far fewer bearers than that. */
    private static final int MOST_WARDS = 100;

    private final PlaceReader places;

    AddressParameters(Registry registry) {
        this.places = registry.placeReader();
    }

    /** The ids of the wards that bear a code on a day; none if no ward does. Null if no code was told. */
    public @Nullable List<Long> wards(@Nullable String code, Snapshot snapshot) {
        if (code == null) {
            return null;
        }
        PlaceQuery query = new PlaceQuery(snapshot.asOf(), code, null, null, null, null);
        return places.list(query, snapshot.seq(), MOST_WARDS, false).stream()
                .map(Place::id)
                .toList();
    }

    /**
     * The kinds that are wanted; all if none was told.
     *
     * @throws ProblemException if a label is none of a kind
     */
    public List<AddressKind> kinds(List<String> labels) {
        return read("kind", labels, AddressKind::of);
    }

    /**
     * The statuses that are wanted; those of living objects if none was told.
     *
     * @throws ProblemException if a label is none of a status
     */
    public List<AddressStatus> statuses(List<String> labels) {
        return labels.isEmpty() ? LIVING : read("status", labels, AddressStatus::of);
    }

    private static <T> List<T> read(String parameter, List<String> labels, Function<String, T> read) {
        try {
            return labels.stream().map(read).toList();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badValue(
                    parameter, "The parameter \"" + parameter + "\" is wrong. " + e.getMessage() + ".");
        }
    }
}
