package org.diachi.search.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.place.Place;
import org.diachi.place.PlaceLink;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;
import org.diachi.search.place.Unit;
import org.diachi.search.place.UnitState;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Reads all units with all their states as they are believed after an entry of the log. */
final class UnitReader {

    private static final int PAGE = 1000;

    private final PlaceReader places;

    UnitReader(PlaceReader places) {
        this.places = places;
    }

    List<Unit> read(long seq) {
        Map<Long, List<Place>> byId = new LinkedHashMap<>();
        PlaceQuery query = PlaceQuery.ALL;
        List<Place> page = places.list(query, seq, PAGE, true);
        while (!page.isEmpty()) {
            page.forEach(place ->
                    byId.computeIfAbsent(place.id(), id -> new ArrayList<>()).add(withoutDetail(place)));
            Place last = page.get(page.size() - 1);
            query = query.after(new PlaceQuery.After(last.id(), last.valid().from()));
            page = page.size() < PAGE ? List.of() : places.list(query, seq, PAGE, true);
        }
        return byId.values().stream().map(UnitReader::unit).toList();
    }

    /** Only box and centre of an outline are kept: a country's outlines are large. */
    private static Place withoutDetail(Place place) {
        Geometry outline = place.outline();
        return new Place(
                place.id(),
                place.version(),
                place.valid(),
                place.code(),
                place.level(),
                place.typeWord(),
                place.name(),
                place.fullName(),
                place.parent(),
                place.population(),
                place.predecessors(),
                place.successors(),
                outline == null ? null : simplified(outline),
                place.changed());
    }

    private static Geometry simplified(Geometry outline) {
        Point inside = outline.getInteriorPoint();
        return outline.getFactory().createGeometryCollection(new Geometry[] {inside, outline.getEnvelope()});
    }

    private static Unit unit(List<Place> states) {
        Place last = states.get(states.size() - 1);
        Geometry outline = last.outline();
        return new Unit(
                last.id(),
                states.stream().map(UnitReader::state).toList(),
                last.successors().stream()
                        .map(PlaceLink::place)
                        .map(place -> place.id())
                        .distinct()
                        .toList(),
                box(outline),
                outline == null
                        ? null
                        : new double[] {
                            outline.getGeometryN(0).getCoordinate().x,
                            outline.getGeometryN(0).getCoordinate().y
                        });
    }

    private static double @Nullable [] box(@Nullable Geometry outline) {
        if (outline == null) {
            return null;
        }
        Envelope box = outline.getEnvelopeInternal();
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private static UnitState state(Place place) {
        return new UnitState(
                place.id(),
                place.valid(),
                place.code(),
                place.level(),
                place.typeWord(),
                place.name(),
                place.fullName(),
                place.parent() == null ? null : place.parent().id(),
                place.changed());
    }
}
