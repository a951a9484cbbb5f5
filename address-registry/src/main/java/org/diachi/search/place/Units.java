package org.diachi.search.place;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All units of a register. Immutable, thread-safe. */
public final class Units {

    private static final String WARD = "ward";

    private final Map<Long, Unit> byId = new HashMap<>();
    private final Map<Long, List<Long>> predecessors = new HashMap<>();
    private final Map<Long, List<Long>> children = new HashMap<>();
    private final Map<Long, Set<Long>> covered = new ConcurrentHashMap<>();

    public Units(Collection<Unit> units) {
        for (Unit unit : units) {
            byId.put(unit.id(), unit);
            for (long successor : unit.successors()) {
                predecessors.computeIfAbsent(successor, id -> new ArrayList<>()).add(unit.id());
            }
            unit.states().stream()
                    .map(UnitState::parent)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                            .add(unit.id()));
        }
    }

    /** All units. */
    public Collection<Unit> list() {
        return byId.values();
    }

    /** A unit. */
    public Optional<Unit> find(@Nullable Long id) {
        return Optional.ofNullable(id == null ? null : byId.get(id));
    }

    /** The state of a ward that an address on a day names; empty outside all wards. */
    public Optional<UnitState> findState(@Nullable Long id, LocalDate day) {
        return find(id).map(unit -> unit.on(day));
    }

    /** The ids of the wards that bear a code on a day. */
    public Set<Long> wardsOfCode(String code, LocalDate day) {
        Set<Long> wards = new HashSet<>();
        for (Unit unit : byId.values()) {
            UnitState state = unit.on(day);
            if (state.code().equals(code)
                    && state.level().equals(WARD)
                    && state.valid().contains(day)) {
                wards.addAll(covered(unit.id()));
            }
        }
        return wards;
    }

    /**
     * The wards in which an address may be that is said to be in a unit: the unit itself or the wards in it, those that
     * took them over, and those that they took over themselves.
     */
    public Set<Long> covered(long unit) {
        return covered.computeIfAbsent(unit, this::cover);
    }

    private Set<Long> cover(long unit) {
        Set<Long> wards = new HashSet<>();
        spread(unit, children, wards);
        Set<Long> all = new HashSet<>();
        for (long ward : wards) {
            spread(ward, Map.of(), all);
            followers(ward, all);
            spread(ward, predecessors, all);
        }
        return Set.copyOf(all);
    }

    private void followers(long ward, Set<Long> into) {
        for (long successor : find(ward).map(Unit::successors).orElse(List.of())) {
            if (into.add(successor)) {
                followers(successor, into);
            }
        }
    }

    private static void spread(long start, Map<Long, List<Long>> links, Set<Long> into) {
        Deque<Long> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            long id = open.pop();
            if (into.add(id)) {
                open.addAll(links.getOrDefault(id, List.of()));
            }
        }
    }

    /** Whether a state was, or its successors are, within a unit. */
    public boolean isWithin(UnitState state, long unit) {
        return covered(unit).contains(state.unit()) || isBelow(state.parent(), unit, new HashSet<>());
    }

    private boolean isBelow(@Nullable Long id, long unit, Set<Long> seen) {
        if (id == null || !seen.add(id)) {
            return false;
        }
        return id == unit
                || find(id).stream()
                        .flatMap(parent -> parent.states().stream())
                        .anyMatch(state -> isBelow(state.parent(), unit, seen));
    }
}
