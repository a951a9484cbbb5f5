package org.diachi.city;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must not lie in, over or near something else.
 *
 * @param id in kebab case, for ever
 * @param titles what it is called, by language tag
 * @param severity {@code high}, {@code medium} or {@code low}
 * @param left what must not
 * @param right in, over or near what
 * @param distanceMetres how near; round the right side so much ground is taken to it
 * @param minAreaSquareMetres what shares less ground is no conflict
 */
public record ConflictRule(
        String id,
        Map<String, String> titles,
        String severity,
        Side left,
        Side right,
        double distanceMetres,
        double minAreaSquareMetres) {

    private static final Set<String> SEVERITIES = Set.of("high", "medium", "low");

    /**
     * Features of one layer or address objects of one kind.
     *
     * @param collection of a layer, or {@code building}, {@code business} or {@code publicSpace}
     * @param where the values that an attribute may have, for each attribute that matters
     * @param planSteps the steps of a plan at which its features count; absent for all but that of being drafted, and
     *     where features have no plan
     */
    public record Side(
            String collection,
            Map<String, List<String>> where,
            @Nullable List<String> planSteps) {

        public Side {
            Objects.requireNonNull(collection, "collection");
            where = where == null ? Map.of() : Map.copyOf(where);
        }
    }

    public ConflictRule {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        titles = Map.copyOf(titles);
        if (id == null || !id.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new IllegalArgumentException(
                    "the id '" + id + "' is no word of lower-case letters, digits and hyphens");
        }
        if (!SEVERITIES.contains(severity)) {
            throw new IllegalArgumentException(
                    id + ": the severity '" + severity + "' is none of high, medium and low");
        }
        if (!(distanceMetres >= 0) || !(minAreaSquareMetres >= 0)) {
            throw new IllegalArgumentException(id + ": distance and area are 0 or more");
        }
    }
}
