package org.diachi.layer;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature as a source tells of it.
 *
 * @param sourceId the row's id in the source
 * @param fingerprint hash of all that was taken from the row
 * @param rowNumber where the row stands in its file, counted from 1
 * @param plan id of the plan that the feature belongs to
 * @param attributes by name, values as JSON knows them
 * @param shape in the storage CRS
 */
public record FeatureRegistration(
        String sourceId,
        long fingerprint,
        @Nullable Long rowNumber,
        @Nullable Long plan,
        Map<String, Object> attributes,
        @Nullable Geometry shape) {

    public FeatureRegistration {
        Objects.requireNonNull(sourceId, "sourceId");
        attributes = Map.copyOf(attributes);
    }
}
