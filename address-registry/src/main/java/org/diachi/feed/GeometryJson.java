package org.diachi.feed;

import org.diachi.geojson.GeometryWriter;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;

/** Writes the geometries of the feed: in CRS84, longitude before latitude, to a millimetre. Thread-safe. */
final class GeometryJson {

    private static final int DECIMALS = 8;

    private final CrsTransform toCrs84;

    GeometryJson(CrsTransform toCrs84) {
        this.toCrs84 = toCrs84;
    }

    void write(JsonGenerator json, @Nullable Geometry stored) {
        new GeometryWriter(json, toCrs84, false, DECIMALS).write(stored);
    }
}
