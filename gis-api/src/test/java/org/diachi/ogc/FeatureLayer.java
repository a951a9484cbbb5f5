package org.diachi.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;

/**
 * A layer of {@link EditedCity} that one test has for itself: trees, ten metres from one another, each a metre higher than
 * the last.
 *
 * @param seq the last entry of the change log when it was made
 */
record FeatureLayer(String collection, long seq) {

    static FeatureLayer create(String collection, int count) {
        Registry registry = EditedCity.get().registry();
        List<LayerField> fields = List.of(
                new LayerField("species", "string", Map.of(), null, null),
                new LayerField("height", "number", Map.of(), "m", null));
        Layer layer = registry.layers().create(collection, Map.of("en", collection), "point", fields, null);
        List<FeatureRegistration> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String wkt = "POINT (%d 1845000)".formatted(560_000 + 10 * i);
            Map<String, Object> attributes = Map.of("species", "Long não", "height", i);
            told.add(new FeatureRegistration("f" + i, i, null, null, attributes, EditedCity.geometry(wkt)));
        }
        registry.featureRegister().register(layer, "test", told, ActContext.of("test", EditedCity.FOUNDED));
        return new FeatureLayer(collection, registry.changes().head());
    }
}
