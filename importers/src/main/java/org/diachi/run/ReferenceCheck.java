package org.diachi.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diachi.issue.RowIssue;
import org.diachi.issue.UnknownReference;
import org.diachi.layer.FeatureReferences;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping.Reference;

/** Finds references to features that are not there. They do not refuse a row: a network has loose ends. */
final class ReferenceCheck {

    private final FeatureReferences features;
    private final Map<Reference, Layer> references;

    /**
     * A check of some references.
     *
     * @param references each with the layer that it refers to
     */
    ReferenceCheck(FeatureReferences features, Map<Reference, Layer> references) {
        this.features = features;
        this.references = Map.copyOf(references);
    }

    /** The issues of each row that has any, by its place in the list. */
    Map<Integer, List<RowIssue>> check(List<FeatureRegistration> rows) {
        Map<Integer, List<RowIssue>> issues = new HashMap<>();
        references.forEach((reference, layer) -> check(rows, reference, layer, issues));
        return issues;
    }

    private void check(
            List<FeatureRegistration> rows, Reference reference, Layer layer, Map<Integer, List<RowIssue>> issues) {
        Set<String> wanted = new TreeSet<>();
        for (FeatureRegistration row : rows) {
            Object value = row.attributes().get(reference.field());
            if (value != null) {
                wanted.add(value.toString());
            }
        }
        Set<String> there = new HashSet<>(features.listKnown(layer, reference.attribute(), wanted));
        for (int i = 0; i < rows.size(); i++) {
            Object value = rows.get(i).attributes().get(reference.field());
            if (value != null && !there.contains(value.toString())) {
                issues.computeIfAbsent(i, any -> new ArrayList<>())
                        .add(new UnknownReference(reference.field(), value.toString(), reference.collection()));
            }
        }
    }
}
