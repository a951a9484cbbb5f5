package org.diachi.layer;

import java.util.Map;
import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Conditions on the features of a layer, all of which must hold.
 *
 * @param valid features that are valid on some day of this period; of several states of one the last is meant
 * @param area in the storage CRS; features any part of which lies in it
 * @param plan the identifier of a plan
 * @param equal values of attributes by name, as JSON knows them
 * @param withDrafts whether features of plans may be shown that are being drafted at present
 * @param after the id after which to go on; 0 for the beginning
 */
public record FeatureQuery(
        Period valid,
        @Nullable Geometry area,
        @Nullable String plan,
        Map<String, Object> equal,
        boolean withDrafts,
        long after) {

    public FeatureQuery {
        Objects.requireNonNull(valid, "valid");
        equal = Map.copyOf(equal);
    }

    /** Conditions on features that everybody may see. */
    public FeatureQuery(
            Period valid, @Nullable Geometry area, @Nullable String plan, Map<String, Object> equal, long after) {
        this(valid, area, plan, equal, false, after);
    }

    /** All features that are valid in a period. */
    public static FeatureQuery during(Period valid) {
        return new FeatureQuery(valid, null, null, Map.of(), 0);
    }

    /** The same conditions, on features of drafts too. */
    public FeatureQuery withDrafts(boolean areWanted) {
        return new FeatureQuery(valid, area, plan, equal, areWanted, after);
    }

    /** The same conditions on the features after one. */
    public FeatureQuery after(long id) {
        return new FeatureQuery(valid, area, plan, equal, withDrafts, id);
    }
}
