package org.diachi.feed;

import static org.diachi.feed.ChangeWriter.writeText;

import org.diachi.place.PlaceState;
import tools.jackson.core.JsonGenerator;

/** Writes states of administrative units. Thread-safe. */
final class PlaceStateWriter {

    private final GeometryJson geometries;

    PlaceStateWriter(GeometryJson geometries) {
        this.geometries = geometries;
    }

    void write(JsonGenerator json, PlaceState place) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", place.key());
        json.writeName("geometry");
        geometries.write(json, place.outline());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("code", place.code());
        json.writeStringProperty("level", place.level());
        json.writeStringProperty("name", place.fullName());
        writeText(json, "parent", place.parent());
        json.writeName("population");
        Integer population = place.population();
        if (population == null) {
            json.writeNull();
        } else {
            json.writeNumber(population);
        }
        json.writeStringProperty("validFrom", place.valid().from().toString());
        writeText(json, "validTo", place.valid().to());
        json.writeNumberProperty("version", place.version());
        json.writeEndObject();
        json.writeEndObject();
    }
}
