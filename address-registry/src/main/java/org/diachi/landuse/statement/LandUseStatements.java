package org.diachi.landuse.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.Plans;
import org.diachi.landuse.TooLargeException;
import org.diachi.landuse.statement.Statement.Amount;
import org.diachi.landuse.statement.Statement.FeaturePart;
import org.diachi.landuse.statement.Statement.Nearby;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.layer.Layer;
import org.locationtech.jts.geom.Geometry;

/** Makes statements of land use from the register. Thread-safe. */
public final class LandUseStatements {

    /** How many green spaces, and how many parts of the network, a statement tells of: the nearest. */
    private static final int MOST_NEARBY = 50;

    private final Plans plans;
    private final CandidateReader candidates;
    private final WardParts wards;
    private final Sources sources;
    private final PlanParts planParts;
    private final ValidShapes shapes = new ValidShapes();

    /** Statements of one register. */
    public LandUseStatements(DataSource dataSource, Plans plans, CityProfile profile) {
        int srid = profile.storageCrs().epsg();
        this.plans = plans;
        this.candidates = new CandidateReader(dataSource, srid);
        this.wards = new WardParts(dataSource, srid);
        this.sources = new Sources(dataSource);
        this.planParts = new PlanParts(new ZoneFields(profile));
    }

    /**
     * What applies to a piece of land.
     *
     * @throws TooLargeException if so much lies on it that this would take too long
     */
    public Statement make(StatementQuestion question) {
        Snapshot snapshot = question.snapshot();
        Subject subject = new Subject(question.subject());
        List<PlanState> inForce = plans.list(snapshot, question.withDrafts()).stream()
                .filter(plan -> question.steps().contains(plan.step()))
                .toList();
        Map<Long, PlanState> byId = inForce.stream().collect(Collectors.toMap(PlanState::id, plan -> plan));
        List<Candidate> found = candidates.read(question).stream()
                .filter(candidate -> candidate.plan() == null || byId.containsKey(candidate.plan()))
                .map(shapes::mended)
                .toList();
        Told told = new Told();
        List<PlanPart> ofPlans = planParts.list(subject, inForce, of(found, StatementLayers::isOfZones), told);
        List<FeaturePart> overlays = overlays(subject, of(found, LandUseStatements::isOverlay), byId, told);
        List<Nearby> green = nearby(subject, of(found, StatementLayers::isOfGreenSpaces), question.distance(), told);
        List<Nearby> drains = nearby(subject, of(found, StatementLayers::isOfDrainage), question.distance(), told);
        return new Statement(
                subject.size(),
                wards.list(subject, question.subject(), snapshot),
                ofPlans,
                overlays,
                green,
                drains,
                sources.list(told));
    }

    private static List<Candidate> of(List<Candidate> all, Predicate<Layer> layers) {
        return all.stream().filter(one -> layers.test(one.layer())).toList();
    }

    private static boolean isOverlay(Layer layer) {
        return !StatementLayers.isOfZones(layer) && !StatementLayers.isAskedForNearby(layer);
    }

    private static List<FeaturePart> overlays(
            Subject subject, List<Candidate> found, Map<Long, PlanState> plans, Told told) {
        List<FeaturePart> parts = new ArrayList<>();
        for (Candidate feature : found) {
            Optional<Geometry> part = subject.touched(feature.shape());
            if (part.isPresent()) {
                told.add(feature);
                PlanState plan = feature.plan() == null ? null : plans.get(feature.plan());
                parts.add(new FeaturePart(
                        feature.layer().collection(),
                        feature.id(),
                        plan == null ? null : plan.plan().identifier(),
                        feature.shown(),
                        amount(subject, part.get())));
            }
        }
        parts.sort(Comparator.comparing(FeaturePart::collection)
                .thenComparing(part -> -part.amount().share())
                .thenComparing(FeaturePart::id));
        return parts;
    }

    private static List<Nearby> nearby(Subject subject, List<Candidate> found, double distance, Told told) {
        record Near(Candidate feature, double distance) {}
        return found.stream()
                .map(feature -> new Near(feature, subject.distanceTo(feature.shape())))
                .filter(near -> near.distance() <= distance)
                .sorted(Comparator.comparingDouble(Near::distance)
                        .thenComparing(near -> near.feature().id()))
                .limit(MOST_NEARBY)
                .map(near -> {
                    told.add(near.feature());
                    return new Nearby(
                            near.feature().layer().collection(),
                            near.feature().id(),
                            near.feature().shown(),
                            near.distance(),
                            near.distance() > 0
                                    ? new Amount(0, 0, 0)
                                    : subject.touched(near.feature().shape())
                                            .map(part -> amount(subject, part))
                                            .orElse(new Amount(0, 0, 0)));
                })
                .toList();
    }

    private static Amount amount(Subject subject, Geometry part) {
        return subject.isPoint() ? Subject.ofPoint(1) : subject.amount(part);
    }
}
