package org.diachi.ogc;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.diachi.http.OutputCrs;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;

/**
 * A feature that is ready to be written.
 *
 * @param id in its collection, whose order it has, so that a walk can go on from it
 * @param version of the feature
 * @param changed the last entry of the change log that touched what is shown
 * @param valid the legal period of the state
 * @param shape as GeoJSON has it, but in the storage CRS
 * @param values by the names of the collection's columns, for formats that are tables; read when they are asked for
 * @param writer writes it as a GeoJSON Feature
 */
record Item(
        String id,
        int version,
        long changed,
        Period valid,
        @Nullable Geometry shape,
        Supplier<Map<String, @Nullable Object>> values,
        Writer writer) {

    /** Writes a Feature. */
    @FunctionalInterface
    interface Writer {
        void write(JsonGenerator json, OutputCrs crs);
    }

    Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(writer, "writer");
    }
}
