package org.diachi.layer;

import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a layer as it was on one day.
 *
 * @param id in the register, for ever
 * @param version rising by one with every act
 * @param valid the legal period of this state
 * @param plan the identifier of the plan that it belongs to
 * @param attributes a JSON object as text, with the fields of the layer
 * @param shape in the storage CRS
 * @param changed the entry of the change log that wrote this state
 */
public record Feature(
        long id,
        int version,
        Period valid,
        @Nullable String plan,
        String attributes,
        @Nullable Geometry shape,
        long changed) {

    public Feature {
        Objects.requireNonNull(valid, "valid");
        Objects.requireNonNull(attributes, "attributes");
    }
}
