package org.diachi.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diachi.city.CoverageFault;
import org.diachi.city.CoverageRules;
import org.diachi.issue.RowIssue;
import org.diachi.issue.Severity;
import org.diachi.issue.TopologyFault;
import org.diachi.landuse.coverage.CoverageCheck;
import org.diachi.landuse.coverage.CoverageFinding;
import org.diachi.landuse.coverage.CoverageZone;
import org.diachi.landuse.coverage.PlanZones;
import org.diachi.layer.FeatureRegistration;
import org.diachi.mapping.MappedRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether the zones of each plan fit one another, as the plan would be after the import: those of the file with those of
 * the register that the file does not tell of.
 */
final class ZoneCheck implements FileCheck<FeatureRegistration> {

    /** The only plan of a file that has but one: rows need not name it. */
    private final @Nullable Long onlyPlan;

    private final PlanZones register;
    private final CoverageRules rules;
    private final String source;
    private final LocalDate day;
    private final Map<String, Long> plans;
    private final Map<Long, List<CoverageZone>> zones = new LinkedHashMap<>();

    /**
     * A check of one file.
     *
     * @param source that the file tells of
     * @param day from which on its rows hold
     * @param plans ids of the plans whose zones must fit one another, by identifier
     */
    ZoneCheck(PlanZones register, CoverageRules rules, String source, LocalDate day, Map<String, Long> plans) {
        this.register = register;
        this.rules = rules;
        this.source = source;
        this.day = day;
        this.plans = new HashMap<>(plans);
        this.onlyPlan = plans.size() == 1 ? plans.values().iterator().next() : null;
    }

    @Override
    public void add(FeatureRegistration row) {
        Geometry shape = row.shape();
        if (shape != null && row.plan() != null && plans.containsValue(row.plan())) {
            add(row.plan(), new CoverageZone(row.sourceId(), row.rowNumber(), shape));
        }
    }

    @Override
    public void addRefused(MappedRow row) {
        Object identifier = row.values().get(FeatureTarget.PLAN);
        Long plan = identifier == null ? onlyPlan : plans.get(identifier.toString());
        Optional<Geometry> drawn = row.issues().stream()
                .map(RowIssue::site)
                .filter(Objects::nonNull)
                .map(Geometry.class::cast)
                .findFirst();
        if (plan != null && drawn.isPresent() && row.id() != null) {
            add(plan, new CoverageZone(row.id(), row.number(), drawn.get()));
        }
    }

    private void add(Long plan, CoverageZone zone) {
        zones.computeIfAbsent(plan, id -> new ArrayList<>()).add(zone);
    }

    @Override
    public List<Fault> end() {
        CoverageCheck check = new CoverageCheck(rules);
        List<Fault> faults = new ArrayList<>();
        zones.forEach((plan, told) -> {
            List<String> ids = told.stream().map(CoverageZone::id).toList();
            // What is in the register comes first, so that findings are said of the rows of the file.
            List<CoverageZone> all = new ArrayList<>(register.listOthers(plan, day, source, ids));
            all.addAll(told);
            check.find(all).forEach(finding -> fault(finding).ifPresent(faults::add));
        });
        return faults;
    }

    /** Of what is wrong between zones that are in the register already this file is not to blame. */
    private Optional<Fault> fault(CoverageFinding finding) {
        return finding.zones().stream()
                .filter(zone -> zone.row() != null)
                .reduce((first, last) -> last)
                .map(zone -> new Fault(Objects.requireNonNull(zone.row()), zone.id(), issue(finding)));
    }

    private RowIssue issue(CoverageFinding finding) {
        Severity severity = rules.severe().contains(finding.fault()) ? Severity.REFUSED : Severity.WARNING;
        return new TopologyFault(severity, rule(finding.fault()), null, finding.message(), finding.place());
    }

    private static String rule(CoverageFault fault) {
        return "zone-" + fault.label();
    }
}
