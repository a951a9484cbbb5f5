package org.diachi.export;

import java.time.LocalDate;
import java.util.List;
import org.diachi.value.Crs;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A layer with one field of every type, and three features that show what is awkward about each. */
final class Layers {
    static final Crs UTM = Crs.of(32648);

    private Layers() {}

    static FeatureType type(GeometryKind geometry, Crs crs) {
        return new FeatureType(
                "things",
                geometry,
                crs,
                List.of(
                        Field.text("name"),
                        Field.integer("count"),
                        Field.real("height"),
                        Field.bool("open"),
                        Field.date("since")));
    }

    static List<Feature> polygons() {
        return List.of(
                Feature.of(
                        geometry("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))"),
                        "Chợ Đông Ba, \"mới\"",
                        3L,
                        2.5,
                        true,
                        LocalDate.of(2025, 7, 1)),
                Feature.of(geometry("POLYGON ((20 20, 30 20, 25 28, 20 20))"), "", -1L, 0.001, false, null),
                Feature.of(null, null, null, null, null, null));
    }

    static List<Feature> points() {
        return List.of(
                Feature.of(
                        geometry("POINT (107.5731265412 16.46393978)"),
                        "a\nb",
                        1L,
                        -0.5,
                        true,
                        LocalDate.of(1999, 12, 31)),
                Feature.of(null, null, null, null, null, null));
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
