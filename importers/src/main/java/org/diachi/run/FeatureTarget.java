package org.diachi.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.diachi.change.ActContext;
import org.diachi.issue.InvalidGeometry;
import org.diachi.issue.NoPosition;
import org.diachi.issue.RowIssue;
import org.diachi.issue.UnknownCode;
import org.diachi.layer.FeatureRegister;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.MappedRow;
import org.diachi.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Rows become features of a layer. */
final class FeatureTarget implements Target<FeatureRegistration> {

    /** The attribute that tells the plan of a zone. */
    static final String PLAN = "plan";

    private final FeatureRegister register;
    private final Layer layer;
    private final Mapping mapping;
    private final Map<String, Long> plans;
    private final ReferenceCheck references;
    private final @Nullable FileCheck<FeatureRegistration> check;

    /** Plans by identifier. */
    FeatureTarget(
            FeatureRegister register,
            Layer layer,
            Mapping mapping,
            Map<String, Long> plans,
            ReferenceCheck references,
            @Nullable FileCheck<FeatureRegistration> check) {
        this.register = register;
        this.layer = layer;
        this.mapping = mapping;
        this.plans = Map.copyOf(plans);
        this.references = references;
        this.check = check;
    }

    @Override
    public @Nullable FeatureRegistration prepare(MappedRow row, List<RowIssue> issues) {
        Geometry shape = row.geometry();
        if (!accepts(shape, issues)) {
            return null;
        }
        Map<String, Object> attributes = new LinkedHashMap<>(row.values());
        Long plan = plan(attributes.remove(PLAN), issues);
        if (plan == null && !plans.isEmpty()) {
            return null;
        }
        String id = Objects.requireNonNull(row.id());
        return new FeatureRegistration(id, row.fingerprint(), row.number(), plan, attributes, shape);
    }

    private boolean accepts(@Nullable Geometry shape, List<RowIssue> issues) {
        if (shape == null) {
            if (!layer.geometryType().equals("none") && !layer.geometryType().equals("any")) {
                issues.add(new NoPosition("The row has no geometry, and the layer " + layer.collection()
                        + " is of type " + layer.geometryType() + "."));
                return false;
            }
            return true;
        }
        int wanted = switch (layer.geometryType()) {
            case "point" -> 0;
            case "line" -> 1;
            case "polygon" -> 2;
            default -> shape.getDimension();
        };
        if (shape.getDimension() != wanted) {
            issues.add(new InvalidGeometry(
                    "A " + shape.getGeometryType() + " is no " + layer.geometryType() + ", which the layer "
                            + layer.collection() + " needs",
                    null));
            return false;
        }
        return true;
    }

    private @Nullable Long plan(@Nullable Object identifier, List<RowIssue> issues) {
        if (identifier == null) {
            return plans.size() == 1 ? plans.values().iterator().next() : null;
        }
        Long plan = plans.get(identifier.toString());
        if (plan == null) {
            issues.add(new UnknownCode(PLAN, identifier.toString(), "plans of the mapping", true));
        }
        return plan;
    }

    @Override
    public Optional<FileCheck<FeatureRegistration>> findCheck() {
        return Optional.ofNullable(check);
    }

    @Override
    public Set<String> tables() {
        return Set.of("registry.feature");
    }

    @Override
    public Batch batch(List<FeatureRegistration> rows) {
        return context -> submit(rows, context);
    }

    private List<RowOutcome> submit(List<FeatureRegistration> rows, ActContext context) {
        List<FeatureRegister.Result> results = register.register(layer, mapping.source(), rows, context);
        Map<Integer, List<RowIssue>> unknown = references.check(rows);
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            outcomes.add(new RowOutcome(result(results.get(i)), unknown.getOrDefault(i, List.of())));
        }
        return outcomes;
    }

    private static RowOutcome.Result result(FeatureRegister.Result result) {
        return switch (result) {
            case REGISTERED -> RowOutcome.Result.ADDED;
            case CHANGED -> RowOutcome.Result.CHANGED;
            case SAME -> RowOutcome.Result.SAME;
        };
    }
}
