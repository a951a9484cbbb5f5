package org.diachi.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What is said of a feature on some day.
 *
 * @param plan the identifier of the plan that it belongs to
 * @param attributes by name, values as JSON knows them, none of them null
 * @param shape in the storage CRS
 */
public record FeatureContent(
        @Nullable String plan,
        Map<String, Object> attributes,
        @Nullable Geometry shape) {

    public FeatureContent {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
