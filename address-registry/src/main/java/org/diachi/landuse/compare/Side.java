package org.diachi.landuse.compare;

import java.time.LocalDate;
import java.util.Objects;
import org.diachi.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * One of the two that are compared: the areas of a layer on a day.
 *
 * @param label as it was asked for
 * @param layer of the zones, or of the current use; its features have a code
 * @param plan only zones of this plan, by its identifier; all features if absent
 * @param day whose legal state is meant
 */
public record Side(String label, Layer layer, @Nullable String plan, LocalDate day) {

    public Side {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(day, "day");
    }
}
