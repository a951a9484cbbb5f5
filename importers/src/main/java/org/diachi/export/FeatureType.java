package org.diachi.export;

import java.util.List;
import org.diachi.value.Crs;

/**
 * What all features of one layer have in common.
 *
 * @param name of the layer or table
 * @param crs of the coordinates, which are x before y in any CRS
 * @param fields in the order in which a {@link Feature} gives its values
 */
public record FeatureType(String name, GeometryKind geometry, Crs crs, List<Field> fields) {

    public FeatureType {
        fields = List.copyOf(fields);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A layer needs a name.");
        }
        if (fields.stream().map(Field::name).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("Layer " + name + " names a field twice.");
        }
    }

    /** Decimals worth writing: 7 of a degree and 3 of a metre are both finer than any survey here. */
    int decimals() {
        return crs.isGeographic() ? 7 : 3;
    }

    void check(Feature feature) {
        if (feature.values().size() != fields.size()) {
            throw new IllegalArgumentException("Layer " + name + " has " + fields.size() + " fields, the feature "
                    + feature.values().size() + " values.");
        }
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).check(feature.values().get(i));
        }
    }
}
