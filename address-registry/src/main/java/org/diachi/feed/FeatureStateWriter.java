package org.diachi.feed;

import static org.diachi.feed.ChangeWriter.writeText;

import org.diachi.city.PersonalFields;
import org.diachi.layer.Feature;
import tools.jackson.core.JsonGenerator;

/** Writes states of features of layers. Thread-safe. */
final class FeatureStateWriter {

    private final GeometryJson geometries;

    FeatureStateWriter(GeometryJson geometries) {
        this.geometries = geometries;
    }

    /** @param hidden what the feed, which everyone may read, does not tell */
    void write(JsonGenerator json, String collection, Feature feature, PersonalFields hidden) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", Long.toString(feature.id()));
        json.writeName("geometry");
        geometries.write(json, feature.shape());
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("collection", collection);
        writeText(json, "plan", feature.plan());
        json.writeName("attributes");
        json.writeRawValue(hidden.withoutThese(feature.attributes()));
        json.writeStringProperty("validFrom", feature.valid().from().toString());
        writeText(json, "validTo", feature.valid().to());
        json.writeNumberProperty("version", feature.version());
        json.writeEndObject();
        json.writeEndObject();
    }
}
