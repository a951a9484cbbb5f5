package org.diachi.landuse.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.landuse.PlanState;
import org.diachi.landuse.statement.Statement.Amount;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.landuse.statement.Statement.Zone;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Cuts a subject by the zones of plans. Thread-safe. */
final class PlanParts {

    /** Smaller parts are slivers, in square metres or metres. */
    private static final double SLIVER_EXTENT = 1;

    /** Smaller parts are slivers, in percent of the subject. */
    private static final double SLIVER_SHARE = 0.1;

    /** Zones whose areas differ by less than a square millimetre are as large as each other. */
    private static final double EQUAL = 1e6;

    /** What rounding leaves of nothing, as a fraction of the subject. */
    private static final double NOTHING = 1e-12;

    private final ZoneFields fields;

    PlanParts(ZoneFields fields) {
        this.fields = fields;
    }

    /** A zone that the subject lies in. */
    private record Hit(Candidate zone, Geometry part, double extent) {}

    /** The plans in their order, and after them the zones that belong to none, if any are here. */
    List<PlanPart> list(Subject subject, List<PlanState> plans, List<Candidate> zones, Told told) {
        List<PlanPart> parts = new ArrayList<>();
        for (PlanState plan : plans) {
            List<Candidate> own = zones.stream()
                    .filter(zone -> Objects.equals(zone.plan(), plan.id()))
                    .toList();
            parts.add(part(subject, plan, hits(subject, own, told)));
        }
        List<Candidate> free =
                zones.stream().filter(zone -> zone.plan() == null).toList();
        List<Hit> hits = hits(subject, free, told);
        if (!hits.isEmpty()) {
            parts.add(part(subject, null, hits));
        }
        return parts;
    }

    private static List<Hit> hits(Subject subject, List<Candidate> zones, Told told) {
        List<Hit> hits = new ArrayList<>();
        for (Candidate zone : zones) {
            subject.part(zone.shape()).ifPresent(part -> {
                hits.add(new Hit(zone, part, subject.extent(part)));
                told.add(zone);
            });
        }
        hits.sort(Comparator.comparingLong((Hit hit) -> -Math.round(hit.extent() * EQUAL))
                .thenComparing(hit -> hit.zone().id()));
        return hits;
    }

    private PlanPart part(Subject subject, @Nullable PlanState plan, List<Hit> hits) {
        List<Zone> zones = new ArrayList<>();
        List<Zone> slivers = new ArrayList<>();
        for (Hit hit : hits) {
            Zone zone = zone(subject, plan, hit, hits.size());
            (isSliver(subject, hit, zone.amount()) && !zones.isEmpty() ? slivers : zones).add(zone);
        }
        if (subject.isPoint()) {
            return new PlanPart(plan, zones, slivers, Subject.ofPoint(hits.isEmpty() ? 1 : 0), Subject.ofPoint(0));
        }
        double covered = subject.covered(hits.stream().map(Hit::part).toList());
        double sum = hits.stream().mapToDouble(Hit::extent).sum();
        double least = NOTHING * subject.whole();
        double outside = subject.whole() - covered;
        double overlap = sum - covered;
        return new PlanPart(
                plan,
                zones,
                slivers,
                subject.amount(outside > least ? outside : 0),
                subject.amount(overlap > least ? overlap : 0));
    }

    private static boolean isSliver(Subject subject, Hit hit, Amount amount) {
        return !subject.isPoint() && (hit.extent() < SLIVER_EXTENT || amount.share() < SLIVER_SHARE);
    }

    private Zone zone(Subject subject, @Nullable PlanState plan, Hit hit, int count) {
        Candidate zone = hit.zone();
        String scheme = fields.scheme(zone, plan);
        String code = zone.text("code", "");
        Map<String, String> names = fields.names(scheme, code);
        String decision = zone.text("decisionNumber", "");
        return new Zone(
                zone.id(),
                scheme,
                code,
                fields.name(zone, names, code),
                names,
                subject.isPoint() ? Subject.ofPoint(1.0 / count) : subject.amount(hit.extent()),
                ZoneFields.indicators(zone),
                decision.isEmpty() ? null : decision,
                ZoneFields.legalArea(zone),
                subject.isOnBorderOf(zone.shape()),
                fields.equivalents(scheme, code),
                zone.valid());
    }
}
