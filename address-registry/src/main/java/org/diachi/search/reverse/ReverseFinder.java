package org.diachi.search.reverse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.diachi.search.index.Card;
import org.diachi.search.index.Snapshot;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.locationtech.jts.algorithm.distance.DistanceToPoint;
import org.locationtech.jts.algorithm.distance.PointPairDistance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Finds what is at a place. Thread-safe. */
public final class ReverseFinder {

    /** The circle that is looked at first; it grows until enough is in it. */
    private static final double FIRST_METRES = 25;

    private static final double GROWTH = 3;

    /** More objects than that in one circle are not looked at. */
    private static final int MOST = 2000;

    /** What the edge of a circle may be off because the storage CRS is flat. */
    private static final double SLACK = 1.01;

    private final CrsTransform toStorage;
    private final CrsTransform toWgs84;

    public ReverseFinder(Crs storage) {
        this.toStorage = CrsTransform.between(Crs.CRS84, storage);
        this.toWgs84 = CrsTransform.between(storage, Crs.CRS84);
    }

    /**
     * What is asked.
     *
     * @param longitude in degrees of WGS 84
     * @param latitude in degrees of WGS 84
     * @param metres how far away an object may be
     * @param kinds that are wanted; all if empty
     * @param limit the most that are wanted
     */
    public record Question(
            double longitude, double latitude, double metres, Set<AddressKind> kinds, int limit, LocalDate today) {

        public Question {
            kinds = Set.copyOf(kinds);
        }
    }

    private record Candidate(int doc, Card card, double flatMetres, Coordinate nearest) {}

    /** The objects at a place, the nearest first; of those that contain it buildings first, then the smallest. */
    public List<Nearby> find(Question question, Snapshot index) {
        double[] xy = {question.longitude(), question.latitude()};
        toStorage.apply(xy, 1);
        Search search = new Search(question, new Coordinate(xy[0], xy[1]), index);
        double reach = question.metres() * SLACK;
        List<Candidate> candidates = List.of();
        for (double radius = Math.min(FIRST_METRES, reach); ; radius = Math.min(radius * GROWTH, reach)) {
            candidates = search.within(radius);
            if (candidates.size() >= question.limit() || radius >= reach) {
                break;
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::flatMetres)
                        .thenComparing(candidate -> candidate.card().kind())
                        .thenComparing(candidate -> candidate.card().code()))
                .limit(question.limit())
                .map(candidate -> nearby(candidate, question, index))
                .filter(nearby -> nearby.metres() <= question.metres())
                .toList();
    }

    /** Looks at one circle after the other, and at every object once. */
    private static final class Search {

        private final Question question;
        private final Coordinate place;
        private final Snapshot index;
        private final Map<Integer, Optional<Candidate>> seen = new HashMap<>();

        Search(Question question, Coordinate place, Snapshot index) {
            this.question = question;
            this.place = place;
            this.index = index;
        }

        List<Candidate> within(double radius) {
            Envelope box = new Envelope(place);
            box.expandBy(radius);
            List<Candidate> candidates = new ArrayList<>();
            int[] left = {MOST};
            index.visit(index.near(box), doc -> {
                seen.computeIfAbsent(doc, this::look)
                        .filter(candidate -> candidate.flatMetres() <= radius)
                        .ifPresent(candidates::add);
                return --left[0] > 0;
            });
            return candidates;
        }

        private Optional<Candidate> look(int doc) {
            Card card = index.card(doc);
            AddressStatus status = card.status(question.today().toEpochDay());
            boolean isThere = status == AddressStatus.CURRENT || status == AddressStatus.PROPOSED;
            boolean isWanted = question.kinds().isEmpty() || question.kinds().contains(card.kind());
            return isThere && isWanted ? Optional.of(measure(doc, card)) : Optional.empty();
        }

        private Candidate measure(int doc, Card card) {
            Geometry outline = index.findOutline(doc).orElse(null);
            if (outline == null) {
                Coordinate there = new Coordinate(card.x(), card.y());
                return new Candidate(doc, card, there.distance(place), there);
            }
            if (outline.getDimension() == 2 && SimplePointInAreaLocator.isContained(place, outline)) {
                return new Candidate(doc, card, 0, place);
            }
            PointPairDistance line = new PointPairDistance();
            DistanceToPoint.computeDistance(outline, place, line);
            return new Candidate(doc, card, line.getDistance(), line.getCoordinate(0));
        }
    }

    /** Distances on the ellipsoid: Karney 2013, by way of GeographicLib. */
    private Nearby nearby(Candidate candidate, Question question, Snapshot index) {
        var object = index.object(candidate.doc(), question.today());
        if (candidate.flatMetres() == 0) {
            return new Nearby(object, 0, 0, true);
        }
        double[] xy = {candidate.nearest().x, candidate.nearest().y};
        toWgs84.apply(xy, 1);
        GeodesicData line = Geodesic.WGS84.Inverse(question.latitude(), question.longitude(), xy[1], xy[0]);
        return new Nearby(object, line.s12, (line.azi1 + 360) % 360, false);
    }
}
