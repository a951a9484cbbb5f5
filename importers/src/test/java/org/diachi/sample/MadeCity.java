package org.diachi.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diachi.export.Feature;
import org.diachi.value.Crs;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** All features of a small sample city in memory, values by field name. */
final class MadeCity {
    /** One feature. */
    record Row(SampleLayer layer, Feature feature) {
        Geometry geometry() {
            return feature.geometry();
        }

        String text(String field) {
            return (String) value(field);
        }

        double real(String field) {
            return (Double) value(field);
        }

        Object value(String field) {
            List<String> names = layer.type(Crs.CRS84).fields().stream()
                    .map(org.diachi.export.Field::name)
                    .toList();
            return feature.values().get(names.indexOf(field));
        }
    }

    private final Map<SampleLayer, List<Row>> rows = new EnumMap<>(SampleLayer.class);
    private final Polygon extent;

    MadeCity(SampleArea area, double scale, long seed) {
        SampleCity city = new SampleCity(area, scale, seed);
        extent = city.extent();
        for (SampleLayer layer : SampleLayer.values()) {
            rows.put(layer, new ArrayList<>());
        }
        try {
            city.write((layer, feature) -> rows.get(layer).add(new Row(layer, feature)), share -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Polygon extent() {
        return extent;
    }

    List<Row> rows(SampleLayer layer) {
        return rows.get(layer);
    }
}
