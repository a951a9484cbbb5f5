package org.diachi.address;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.diachi.address.DuplicateCandidate.Rule;
import org.diachi.address.Lookalikes.Neighbour;
import org.diachi.city.AddressGrammar;
import org.diachi.value.AddressKind;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What lies around the things of a batch, or bears their addresses: in the register, and among the things of the batch
 * that were settled before. Decides whether a thing may be registered, is part of another, or looks like another.
 */
final class Surroundings {

    private final List<Registration> registrations;
    private final RegistrationRules rules;
    private final Map<Integer, List<Neighbour>> stored = new HashMap<>();
    private final Map<AddressKey, Set<Code>> namesakes = new HashMap<>();
    private final STRtree batch = new STRtree();
    private final @Nullable Code[] settled;
    private final AddressKey[] keys;

    private Surroundings(List<Registration> registrations, RegistrationRules rules, AddressGrammar grammar) {
        this.registrations = registrations;
        this.rules = rules;
        this.settled = new Code[registrations.size()];
        this.keys = registrations.stream()
                .map(registration -> AddressKey.of(registration.content(), grammar))
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

    /** Asks the register once for all things of the batch that it does not know by their source. */
    static Surroundings of(
            Lookalikes lookalikes,
            List<Registration> registrations,
            boolean[] isKnown,
            RegistrationRules rules,
            AddressGrammar grammar)
            throws SQLException {
        Surroundings surroundings = new Surroundings(registrations, rules, grammar);
        Map<AddressKind, List<Integer>> asked = new TreeMap<>();
        Set<AddressKey> keys = new LinkedHashSet<>();
        for (int i = 0; i < isKnown.length; i++) {
            if (isKnown[i]) {
                continue;
            }
            AddressContent content = registrations.get(i).content();
            AddressKind neighbours =
                    content.kind() == AddressKind.PUBLIC_SPACE ? AddressKind.PUBLIC_SPACE : AddressKind.BUILDING;
            asked.computeIfAbsent(neighbours, kind -> new ArrayList<>()).add(i);
            surroundings.batch.insert(content.shape().getEnvelopeInternal(), i);
            AddressKey key = surroundings.keys[i];
            if (content.kind() == AddressKind.BUILDING && key.isComparable()) {
                keys.add(key);
            }
        }
        for (Map.Entry<AddressKind, List<Integer>> entry : asked.entrySet()) {
            int[] indexes = entry.getValue().stream().mapToInt(i -> i).toArray();
            List<Geometry> shapes = entry.getValue().stream()
                    .map(i -> registrations.get(i).content().shape())
                    .toList();
            lookalikes.findNeighbours(entry.getKey(), indexes, shapes).forEach(surroundings::remember);
        }
        lookalikes.findNamesakes(List.copyOf(keys)).forEach(found -> surroundings.name(found.key(), found.code()));
        return surroundings;
    }

    private void remember(Neighbour neighbour) {
        stored.computeIfAbsent(neighbour.index(), i -> new ArrayList<>()).add(neighbour);
    }

    private void name(AddressKey key, Code code) {
        namesakes.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(code);
    }

    /** Objects of the register that things of the batch may join; their timelines will be needed. */
    Set<Code> joinable() {
        Set<Code> codes = new LinkedHashSet<>();
        if (rules.joinsContainingBuilding()) {
            stored.values().forEach(near -> near.forEach(neighbour -> codes.add(neighbour.code())));
        }
        if (rules.mergesSameAddress()) {
            namesakes.values().forEach(codes::addAll);
        }
        return codes;
    }

    /** The thing has got a code: later things of the batch see it. */
    void settle(int i, Code code, boolean isNew) {
        AddressContent content = registrations.get(i).content();
        if (isNew) {
            settled[i] = code;
        }
        AddressKey key = keys[i];
        if (content.kind() == AddressKind.BUILDING && key.isComparable()) {
            name(key, code);
        }
    }

    Finding find(int i) {
        AddressContent content = registrations.get(i).content();
        List<Neighbour> neighbours = neighbours(i, content);
        return switch (content.kind()) {
            case BUILDING ->
                content.hasOutline()
                        ? findForOutline(content, keys[i], neighbours)
                        : findForDoor(content, keys[i], neighbours);
            case PUBLIC_SPACE -> new Finding(overlaps(content, neighbours), null, null);
            case BUSINESS -> new Finding(List.of(), null, premises(content.position(), neighbours));
        };
    }

    private List<Neighbour> neighbours(int i, AddressContent content) {
        List<Neighbour> neighbours = new ArrayList<>(stored.getOrDefault(i, List.of()));
        List<?> near = batch.query(content.shape().getEnvelopeInternal());
        near.stream().map(Integer.class::cast).sorted().filter(j -> j < i).forEach(j -> {
            AddressContent other = registrations.get(j).content();
            Code code = settled[j];
            if (code != null && other.kind() != AddressKind.BUSINESS) {
                neighbours.add(new Neighbour(i, code, other.shape()));
            }
        });
        return neighbours;
    }

    private Finding findForOutline(AddressContent content, AddressKey key, List<Neighbour> neighbours) {
        List<DuplicateCandidate> candidates = new ArrayList<>(overlaps(content, neighbours));
        List<Code> inside = neighbours.stream()
                .filter(neighbour -> neighbour.shape() instanceof Point point && contains(content.shape(), point))
                .map(Neighbour::code)
                .distinct()
                .toList();
        if (rules.joinsContainingBuilding() && inside.size() == 1 && candidates.isEmpty()) {
            return new Finding(List.of(), inside.get(0), null);
        }
        inside.forEach(code -> candidates.add(new DuplicateCandidate(code, Rule.INSIDE_BUILDING)));
        return withNamesakes(key, candidates);
    }

    private Finding findForDoor(AddressContent content, AddressKey key, List<Neighbour> neighbours) {
        Code building = container(content.position(), neighbours);
        if (building != null && rules.joinsContainingBuilding()) {
            return new Finding(List.of(), building, null);
        }
        List<DuplicateCandidate> candidates = new ArrayList<>();
        Set<Code> same = namesakes.getOrDefault(key, Set.of());
        if (building != null && same.contains(building) && !rules.mergesSameAddress()) {
            candidates.add(new DuplicateCandidate(building, Rule.INSIDE_BUILDING));
        }
        return withNamesakes(key, candidates);
    }

    private Finding withNamesakes(AddressKey key, List<DuplicateCandidate> candidates) {
        Set<Code> same = namesakes.getOrDefault(key, Set.of());
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

    private List<DuplicateCandidate> overlaps(AddressContent content, List<Neighbour> neighbours) {
        if (rules.acceptsOverlaps()) {
            return List.of();
        }
        return neighbours.stream()
                .filter(neighbour -> Overlap.isTelling(content.kind(), content.shape(), neighbour.shape()))
                .map(neighbour -> new DuplicateCandidate(neighbour.code(), Rule.OVERLAP))
                .toList();
    }

    /** Where a business is: in the building around it, or in the one that is known by the same point only. */
    private static @Nullable Code premises(Point position, List<Neighbour> neighbours) {
        Code around = container(position, neighbours);
        return around != null
                ? around
                : neighbours.stream()
                        .filter(neighbour -> neighbour.shape().equals(position))
                        .map(Neighbour::code)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Code container(Point position, List<Neighbour> neighbours) {
        return neighbours.stream()
                .filter(neighbour -> neighbour.shape().getDimension() == 2 && contains(neighbour.shape(), position))
                .map(Neighbour::code)
                .findFirst()
                .orElse(null);
    }

    private static boolean contains(Geometry area, Point point) {
        return SimplePointInAreaLocator.locate(point.getCoordinate(), area) != Location.EXTERIOR;
    }
}
