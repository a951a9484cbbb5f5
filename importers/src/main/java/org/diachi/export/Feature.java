package org.diachi.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row on its way to a file.
 *
 * @param geometry in the CRS of the layer; null where the place is unknown
 * @param values in the order of {@link FeatureType#fields()}; null where unknown
 */
public record Feature(@Nullable Geometry geometry, List<@Nullable Object> values) {

    public Feature {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** A feature with its values listed one by one. */
    public static Feature of(@Nullable Geometry geometry, @Nullable Object... values) {
        return new Feature(geometry, Arrays.asList(values));
    }
}
