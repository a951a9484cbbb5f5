package org.diachi.bench.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.change.Snapshot;
import org.diachi.city.AddressGrammar;
import org.diachi.registry.Registry;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/** What is registered, read from the register itself and not from the search. */
final class Truth {

    private final List<Known> objects = new ArrayList<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Integer> addresses = new HashMap<>();
    private final AddressGrammar grammar;

    private Truth(AddressGrammar grammar) {
        this.grammar = grammar;
    }

    /** Reads all that is living, with an external id of its own. */
    static Truth read(Registry registry) {
        Truth truth = new Truth(registry.profile().grammar());
        LocalDate today = registry.profile().today();
        Map<Code, AddressObject> all = registry.addressReader().stream(
                        AddressQuery.ALL, new Snapshot(today, registry.changes().head()), false)
                .collect(Collectors.toMap(AddressObject::code, object -> object));
        all.values().stream().sorted(Comparator.comparing(Truth::id)).forEach(object -> truth.add(object, all));
        return truth;
    }

    private static String id(AddressObject object) {
        return object.externalIds().isEmpty()
                ? object.code().toString()
                : object.externalIds().get(0).toString();
    }

    private void add(AddressObject object, Map<Code, AddressObject> all) {
        object.externalIds()
                .forEach(id -> codes.put(id.toString(), object.code().toString()));
        codes.put(object.code().toString(), object.code().toString());
        if (object.status() != AddressStatus.CURRENT) {
            return;
        }
        AddressObject host = object.locatedAt() == null ? null : all.get(object.locatedAt());
        AddressObject addressed = object.street() == null && host != null ? host : object;
        Known known = new Known(
                id(object),
                object.kind().label(),
                object.name(),
                addressed.houseNumber(),
                addressed.street(),
                object.ward() == null ? null : object.ward().code(),
                object.ward() == null ? null : object.ward().fullName());
        objects.add(known);
        if (known.kind().equals("building") && known.number() != null && known.street() != null) {
            addresses.merge(key(known, null), 1, Integer::sum);
            addresses.merge(key(known, known.wardCode()), 1, Integer::sum);
        }
    }

    private String key(Known known, @Nullable String ward) {
        return key(Objects.requireNonNull(known.street()), Objects.requireNonNull(known.number()), ward);
    }

    private String key(String street, String number, @Nullable String ward) {
        return grammar.foldKey(grammar.streetKey(street)) + "|" + grammar.houseNumberKey(number) + "|" + ward;
    }

    /** All objects, in the order of their ids. */
    List<Known> objects() {
        return objects;
    }

    /** Buildings with an address that no other building in their ward has. */
    List<Known> addresses() {
        return objects.stream()
                .filter(Known::isAddress)
                .filter(this::isOneInWard)
                .toList();
    }

    private boolean isOneInWard(Known known) {
        return addresses.getOrDefault(key(known, known.wardCode()), 0) == 1;
    }

    /** Whether street and number alone tell it from all others. */
    boolean isOneInCity(Known known) {
        return addresses.getOrDefault(key(known, null), 0) == 1;
    }

    /** Whether a street has a number. */
    boolean has(String street, String number) {
        return addresses.containsKey(key(street, number, null));
    }

    /** Whether a street has a number in a ward. */
    boolean hasInWard(String street, String number, String wardCode) {
        return addresses.containsKey(key(street, number, wardCode));
    }

    /** The code of an answer; the answer itself if it is none of an object. */
    String code(String answer) {
        return codes.getOrDefault(answer, answer);
    }
}
