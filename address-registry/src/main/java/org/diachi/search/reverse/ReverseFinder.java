package org.diachi.search.reverse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.diachi.search.index.Around;
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
import org.locationtech.jts.geom.Geometry;

/** Finds what is at a place. Thread-safe. */
public final class ReverseFinder {

    /** More objects than that around a place are not looked at. */
    private static final int MOST = 20_000;

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

    private record Candidate(Card card, int doc, double flatMetres, Coordinate nearest) {

        /** The nearest first. */
        private static final Comparator<Candidate> ORDER = Comparator.comparingDouble(Candidate::flatMetres)
                .thenComparing(candidate -> candidate.card().kind())
                .thenComparing(candidate -> candidate.card().code());
    }

    /** The objects at a place, the nearest first; of those that contain it buildings first. */
    public List<Nearby> find(Question question, Snapshot index) {
        double[] xy = {question.longitude(), question.latitude()};
        toStorage.apply(xy, 1);
        List<Candidate> candidates = nearest(question, new Coordinate(xy[0], xy[1]), index);
        return candidates.stream()
                .map(candidate -> nearby(candidate, question, index))
                .filter(nearby -> nearby.metres() <= question.metres())
                .toList();
    }

    /** Boxes come in the order of their distance, so that nothing nearer can be missed when the search ends. */
    private static List<Candidate> nearest(Question question, Coordinate place, Snapshot index) {
        double reach = question.metres() * SLACK;
        TreeSet<Candidate> best = new TreeSet<>(Candidate.ORDER);
        Around around = index.around(place.x, place.y);
        for (int looked = 0; looked < MOST && around.next() && around.atLeastMetres() <= reach; looked++) {
            Card card = index.card(around.doc());
            if (isWanted(card, question)) {
                Candidate candidate = measure(card, around.doc(), place, index);
                if (candidate.flatMetres() <= reach) {
                    best.add(candidate);
                    reach = best.size() < question.limit() ? reach : farthest(best, question.limit());
                }
            }
        }
        return List.copyOf(best);
    }

    /** How far the last of those is that are wanted; what is beyond it is dropped. */
    private static double farthest(TreeSet<Candidate> best, int limit) {
        if (best.size() > limit) {
            best.pollLast();
        }
        return best.last().flatMetres();
    }

    private static boolean isWanted(Card card, Question question) {
        AddressStatus status = card.status(question.today().toEpochDay());
        return (status == AddressStatus.CURRENT || status == AddressStatus.PROPOSED)
                && (question.kinds().isEmpty() || question.kinds().contains(card.kind()));
    }

    private static Candidate measure(Card card, int doc, Coordinate place, Snapshot index) {
        Geometry outline = index.findOutline(doc).orElse(null);
        if (outline == null) {
            Coordinate there = new Coordinate(card.x(), card.y());
            return new Candidate(card, doc, there.distance(place), there);
        }
        if (outline.getDimension() == 2 && SimplePointInAreaLocator.isContained(place, outline)) {
            return new Candidate(card, doc, 0, place);
        }
        PointPairDistance line = new PointPairDistance();
        DistanceToPoint.computeDistance(outline, place, line);
        return new Candidate(card, doc, line.getDistance(), line.getCoordinate(0));
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
