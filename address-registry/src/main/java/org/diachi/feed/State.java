package org.diachi.feed;

import java.util.Objects;
import org.diachi.value.Period;
import tools.jackson.core.JsonGenerator;

/**
 * One state of an object, ready to be written.
 *
 * @param valid the legal period of the state
 * @param feature writes it as a GeoJSON Feature
 */
record State(Period valid, Writable feature) {

    /** What writes itself as JSON. */
    @FunctionalInterface
    interface Writable {
        void writeTo(JsonGenerator json);
    }

    State {
        Objects.requireNonNull(valid, "valid");
        Objects.requireNonNull(feature, "feature");
    }
}
