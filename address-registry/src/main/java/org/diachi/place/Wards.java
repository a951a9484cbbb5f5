package org.diachi.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.city.AddressGrammar;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The wards of one day, held in memory to be found by code, by name or by a point. Immutable once built; wards number in
 * the tens or hundreds, so that a whole city fits easily.
 */
public final class Wards {

    private final AddressGrammar grammar;
    private final Map<String, Long> byCode = new HashMap<>();
    private final Map<String, @Nullable Long> byName = new HashMap<>();
    private final STRtree areas = new STRtree();

    private record Area(long id, IndexedPointInAreaLocator locator) {}

    private Wards(AddressGrammar grammar) {
        this.grammar = grammar;
    }

    /** Indexes wards, with their outlines where they are known. */
    public static Wards of(List<Place> places, AddressGrammar grammar) {
        Wards wards = new Wards(grammar);
        places.forEach(wards::add);
        wards.areas.build();
        return wards;
    }

    private void add(Place ward) {
        byCode.put(ward.code(), ward.id());
        String key = grammar.placeKey(ward.fullName());
        // A name that two wards have is the name of neither.
        byName.put(key, byName.containsKey(key) ? null : ward.id());
        Geometry shape = ward.outline();
        if (shape != null) {
            areas.insert(shape.getEnvelopeInternal(), new Area(ward.id(), new IndexedPointInAreaLocator(shape)));
        }
    }

    /** The ward with an official code. */
    public Optional<Long> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The one ward of that name, with or without its type word. */
    public Optional<Long> findByName(String name) {
        Long named = byName.get(grammar.placeKey(name));
        return Optional.ofNullable(named != null ? named : byName.get(grammar.nameKey(name)));
    }

    /** Whether the outline of any ward is known. */
    public boolean areDrawn() {
        return !areas.isEmpty();
    }

    /** The ward that a point lies in; on a border that of the smallest id. */
    public Optional<Long> findAt(Coordinate point) {
        List<?> near = areas.query(new Envelope(point));
        return near.stream()
                .map(Area.class::cast)
                .filter(area -> area.locator().locate(point) != Location.EXTERIOR)
                .map(Area::id)
                .min(Long::compare);
    }
}
