package org.diachi.ogc;

import java.util.Objects;
import org.diachi.http.OutputCrs;
import tools.jackson.core.JsonGenerator;

/**
 * A feature that is ready to be written.
 *
 * @param id in its collection, whose order it has, so that a walk can go on from it
 * @param version of the feature
 * @param changed the last entry of the change log that touched what is shown
 * @param writer writes it as a GeoJSON Feature
 */
record Item(String id, int version, long changed, Writer writer) {

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
