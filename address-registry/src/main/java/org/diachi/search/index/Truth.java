package org.diachi.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.diachi.address.AddressState;
import org.diachi.address.AddressStates;

/** Objects as the register believes them, each with the objects that it is in. Thread-safe. */
final class Truth {

    private static final int OBJECTS_AT_A_TIME = 1000;

    private final AddressStates states;

    Truth(AddressStates states) {
        this.states = states;
    }

    /**
     * An object and what it is in.
     *
     * @param states of the object, in the order of their days
     * @param hosts states of the objects that it is or was in
     */
    record Whole(List<AddressState> states, List<AddressState> hosts) {}

    /** The objects of codes, those that are known, by code. */
    Map<String, Whole> read(Collection<String> codes, long seq) {
        Map<String, List<AddressState>> byCode = states.list(codes, seq).stream()
                .collect(Collectors.groupingBy(
                        state -> state.object().code().toString(), TreeMap::new, Collectors.toList()));
        return withHosts(byCode, seq);
    }

    /** All objects in portions of some hundred, each portion of them in the order of codes. */
    void forEachPortion(long seq, Consumer<Map<String, List<AddressState>>> consumer) {
        Map<String, List<AddressState>> portion = new LinkedHashMap<>();
        states.forEach(seq, state -> {
            String code = state.object().code().toString();
            if (portion.size() >= OBJECTS_AT_A_TIME && !portion.containsKey(code)) {
                consumer.accept(Map.copyOf(portion));
                portion.clear();
            }
            portion.computeIfAbsent(code, key -> new ArrayList<>()).add(state);
        });
        consumer.accept(Map.copyOf(portion));
    }

    /** The same objects with what they are in. */
    Map<String, Whole> withHosts(Map<String, List<AddressState>> byCode, long seq) {
        TreeSet<String> hosts = new TreeSet<>();
        byCode.values()
                .forEach(all -> all.stream()
                        .map(state -> state.object().locatedAt())
                        .filter(Objects::nonNull)
                        .forEach(code -> hosts.add(code.toString())));
        Map<String, List<AddressState>> hostStates = states.list(hosts, seq).stream()
                .collect(Collectors.groupingBy(state -> state.object().code().toString()));
        Map<String, Whole> wholes = new TreeMap<>();
        byCode.forEach((code, all) -> wholes.put(code, new Whole(all, hostsOf(all, hostStates))));
        return wholes;
    }

    private static List<AddressState> hostsOf(List<AddressState> states, Map<String, List<AddressState>> known) {
        return states.stream()
                .map(state -> state.object().locatedAt())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(code -> known.getOrDefault(code.toString(), List.of()).stream())
                .toList();
    }

    /** Codes and those of the objects that are in them. */
    Collection<String> withLocated(Collection<String> codes, long seq) {
        TreeSet<String> all = new TreeSet<>(codes);
        if (!codes.isEmpty()) {
            all.addAll(states.listLocatedAt(codes, seq));
        }
        return all;
    }
}
