package org.diachi.address;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.diachi.address.DuplicateCandidate.Rule;
import org.diachi.address.Lookalikes.Neighbour;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * What lies around the things of a batch, or bears their addresses: in the register, and among the things of the batch
 * that were settled before. Decides whether a thing may be registered, is part of another, or looks like another.
 */
final class Surroundings {

    private final List<Registration> registrations;
    private final RegistrationRules rules;
    private final Map<Integer, List<Around>> stored = new HashMap<>();
    private final List<List<Near>> nearBefore = new ArrayList<>();
    private final Map<AddressKey, Set<Code>> namesakes = new HashMap<>();
    private final HPRtree batch = new HPRtree();
    private final @Nullable Code[] settled;
    private final AddressKey[] keys;
    private final boolean[] isMet;
    private List<Surroundings> earlier = List.of();

    private Surroundings(List<Registration> registrations, RegistrationRules rules, AddressKeys keys) {
        this.registrations = registrations;
        this.rules = rules;
        this.settled = new Code[registrations.size()];
        this.isMet = new boolean[registrations.size()];
        this.keys = registrations.stream()
                .map(registration -> keys.of(registration.content()))
                .toArray(AddressKey[]::new);
    }

    /**
     * What was found out about a thing.
     *
     * @param candidates what it may be a duplicate of
     * @param joins the object that it is part of, by the rules
     * @param locatedAt the building around it
     */
    record Finding(
            List<DuplicateCandidate> candidates,
            @Nullable Code joins,
            @Nullable Code locatedAt) {}

    /** An object that a thing's bounding box meets. */
    private record Around(Code code, Geometry shape, boolean overlaps) {}

    /** Another thing of the batch whose bounding box a thing's meets. */
    private record Near(int index, boolean overlaps) {}

    /** Asks the register once for all things of the batch that it does not know by their source. */
    static Surroundings of(
            Lookalikes lookalikes,
            List<Registration> registrations,
            boolean[] isKnown,
            RegistrationRules rules,
            AddressKeys keys)
            throws SQLException {
        Surroundings surroundings = new Surroundings(registrations, rules, keys);
        Map<AddressKind, List<Integer>> asked = new TreeMap<>();
        Set<AddressKey> named = new LinkedHashSet<>();
        for (int i = 0; i < isKnown.length; i++) {
            if (isKnown[i]) {
                continue;
            }
            AddressContent content = surroundings.content(i);
            AddressKind neighbours =
                    content.kind() == AddressKind.PUBLIC_SPACE ? AddressKind.PUBLIC_SPACE : AddressKind.BUILDING;
            asked.computeIfAbsent(neighbours, kind -> new ArrayList<>()).add(i);
            surroundings.batch.insert(content.shape().getEnvelopeInternal(), i);
            AddressKey key = surroundings.keys[i];
            if (content.kind() == AddressKind.BUILDING && key.isComparable()) {
                named.add(key);
            }
        }
        surroundings.batch.build();
        surroundings.meetOneAnother();
        for (Map.Entry<AddressKind, List<Integer>> entry : asked.entrySet()) {
            int[] indexes = entry.getValue().stream().mapToInt(i -> i).toArray();
            List<Geometry> shapes = entry.getValue().stream()
                    .map(i -> registrations.get(i).content().shape())
                    .toList();
            lookalikes.findNeighbours(entry.getKey(), indexes, shapes).forEach(surroundings::remember);
        }
        lookalikes.findNamesakes(List.copyOf(named)).forEach(found -> surroundings.name(found.key(), found.code()));
        return surroundings;
    }

    private void remember(Neighbour other) {
        int i = other.index();
        stored.computeIfAbsent(i, any -> new ArrayList<>())
                .add(new Around(other.code(), other.shape(), overlaps(content(i), other.shape())));
    }

    private void meetOneAnother() {
        for (int i = 0; i < keys.length; i++) {
            AddressContent content = content(i);
            int before = i;
            List<Near> near = new ArrayList<>(2);
            forEachAround(content, j -> {
                if (j < before) {
                    near.add(new Near(j, overlaps(content, content(j).shape())));
                    isMet[j] |= rules.joinsContainingBuilding()
                            && content.hasOutline() != content(j).hasOutline();
                }
            });
            near.sort(Comparator.comparingInt(Near::index));
            nearBefore.add(near);
        }
    }

    /** Whether no later thing of the batch may join what a thing begins, whatever is decided on the things between. */
    boolean isLeftAlone(int i) {
        return !rules.mergesSameAddress() && !isMet[i];
    }

    /** The things of the batch that have ground and are near one, which may be of another batch. */
    private void forEachAround(AddressContent content, IntConsumer consumer) {
        batch.query(content.shape().getEnvelopeInternal(), item -> {
            int j = (Integer) item;
            if (content(j).kind() != AddressKind.BUSINESS) {
                consumer.accept(j);
            }
        });
    }

    private boolean overlaps(AddressContent content, Geometry other) {
        return content.kind() != AddressKind.BUSINESS
                && !rules.acceptsOverlaps()
                && Overlap.isTelling(content.kind(), content.shape(), other);
    }

    private AddressContent content(int i) {
        return registrations.get(i).content();
    }

    private void name(AddressKey key, Code code) {
        namesakes.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(code);
    }

    /** Batches that were written since the register was asked, oldest first; they hold new objects only. */
    void follow(List<Surroundings> batches) {
        this.earlier = List.copyOf(batches);
    }

    /** Objects that things of the batch may join; their timelines will be needed. */
    Set<Code> joinable() {
        Set<Code> codes = new LinkedHashSet<>();
        if (rules.joinsContainingBuilding()) {
            stored.values().forEach(near -> near.forEach(other -> codes.add(other.code())));
            for (int i = 0; i < keys.length && !earlier.isEmpty(); i++) {
                earlierAround(i).forEach(other -> codes.add(other.code()));
            }
        }
        if (rules.mergesSameAddress()) {
            for (AddressKey key : keys) {
                codes.addAll(namesakes(key));
            }
        }
        return codes;
    }

    /** The thing has got a code: later things of the batch see it. */
    void settle(int i, Code code, boolean isNew) {
        AddressContent content = content(i);
        if (isNew) {
            settled[i] = code;
        }
        AddressKey key = keys[i];
        if (content.kind() == AddressKind.BUILDING && key.isComparable()) {
            name(key, code);
        }
    }

    Finding find(int i) {
        AddressContent content = content(i);
        List<Around> around = around(i);
        return switch (content.kind()) {
            case BUILDING ->
                content.hasOutline() ? findForOutline(content, keys[i], around) : findForDoor(content, keys[i], around);
            case PUBLIC_SPACE -> new Finding(overlaps(around), null, null);
            case BUSINESS -> new Finding(List.of(), null, premises(content.position(), around));
        };
    }

    private List<Around> around(int i) {
        List<Around> around = new ArrayList<>(stored.getOrDefault(i, List.of()));
        around.addAll(earlierAround(i));
        for (Near near : nearBefore.get(i)) {
            Code code = settled[near.index()];
            if (code != null) {
                around.add(new Around(code, content(near.index()).shape(), near.overlaps()));
            }
        }
        return around;
    }

    private List<Around> earlierAround(int i) {
        AddressContent content = content(i);
        List<Around> around = new ArrayList<>(0);
        for (Surroundings before : earlier) {
            before.forEachAround(content, j -> {
                Code code = before.settled[j];
                if (code != null) {
                    Geometry shape = before.content(j).shape();
                    around.add(new Around(code, shape, overlaps(content, shape)));
                }
            });
        }
        around.sort(Comparator.comparing(other -> other.code().toString()));
        return around;
    }

    private Set<Code> namesakes(AddressKey key) {
        Set<Code> own = namesakes.getOrDefault(key, Set.of());
        if (earlier.isEmpty() || !key.isComparable()) {
            return own;
        }
        Set<Code> all = new LinkedHashSet<>(own);
        earlier.forEach(batch -> all.addAll(batch.namesakes.getOrDefault(key, Set.of())));
        return all;
    }

    private Finding findForOutline(AddressContent content, AddressKey key, List<Around> around) {
        List<DuplicateCandidate> candidates = new ArrayList<>(overlaps(around));
        List<Code> inside = around.stream()
                .filter(other -> other.shape() instanceof Point point && contains(content.shape(), point))
                .map(Around::code)
                .distinct()
                .toList();
        if (rules.joinsContainingBuilding() && inside.size() == 1 && candidates.isEmpty()) {
            return new Finding(List.of(), inside.get(0), null);
        }
        inside.forEach(code -> candidates.add(new DuplicateCandidate(code, Rule.INSIDE_BUILDING)));
        return withNamesakes(key, candidates);
    }

    private Finding findForDoor(AddressContent content, AddressKey key, List<Around> around) {
        Code building = container(content.position(), around);
        if (building != null && rules.joinsContainingBuilding()) {
            return new Finding(List.of(), building, null);
        }
        List<DuplicateCandidate> candidates = new ArrayList<>();
        Set<Code> same = namesakes(key);
        if (building != null && same.contains(building) && !rules.mergesSameAddress()) {
            candidates.add(new DuplicateCandidate(building, Rule.INSIDE_BUILDING));
        }
        return withNamesakes(key, candidates);
    }

    private Finding withNamesakes(AddressKey key, List<DuplicateCandidate> candidates) {
        Set<Code> same = namesakes(key);
        if (rules.mergesSameAddress() && candidates.isEmpty() && !same.isEmpty()) {
            return new Finding(List.of(), same.iterator().next(), null);
        }
        Set<Code> named = new LinkedHashSet<>();
        candidates.forEach(candidate -> named.add(candidate.code()));
        same.stream()
                .filter(code -> !named.contains(code))
                .forEach(code -> candidates.add(new DuplicateCandidate(code, Rule.SAME_ADDRESS)));
        return new Finding(candidates, null, null);
    }

    private static List<DuplicateCandidate> overlaps(List<Around> around) {
        return around.stream()
                .filter(Around::overlaps)
                .map(other -> new DuplicateCandidate(other.code(), Rule.OVERLAP))
                .toList();
    }

    /** Where a business is: in the building around it, or in the one that is known by the same point only. */
    private static @Nullable Code premises(Point position, List<Around> around) {
        Code building = container(position, around);
        return building != null
                ? building
                : around.stream()
                        .filter(other -> other.shape().equals(position))
                        .map(Around::code)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Code container(Point position, List<Around> around) {
        return around.stream()
                .filter(other -> other.shape().getDimension() == 2 && contains(other.shape(), position))
                .map(Around::code)
                .findFirst()
                .orElse(null);
    }

    private static boolean contains(Geometry area, Point point) {
        return SimplePointInAreaLocator.locate(point.getCoordinate(), area) != Location.EXTERIOR;
    }
}
