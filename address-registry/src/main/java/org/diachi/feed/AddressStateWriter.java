package org.diachi.feed;

import static org.diachi.feed.ChangeWriter.writeText;

import java.util.List;
import org.diachi.address.AddressObject;
import org.diachi.address.Lineage;
import org.diachi.address.Part;
import org.diachi.address.WardName;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JsonGenerator;

/** Writes states of address objects as the contract's Feature, with the outline beside the point. Thread-safe. */
final class AddressStateWriter {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final GeometryJson geometries;
    private final AddressGrammar grammar;
    private final PersonalFields hidden;

    /** @param hidden what the feed, which everyone may read, does not tell */
    AddressStateWriter(GeometryJson geometries, AddressGrammar grammar, PersonalFields hidden) {
        this.geometries = geometries;
        this.grammar = grammar;
        this.hidden = hidden;
    }

    void write(JsonGenerator json, AddressObject object) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", object.code().toString());
        json.writeName("geometry");
        geometries.write(json, object.position());
        json.writeObjectPropertyStart("properties");
        writeNames(json, object);
        writePosition(json, object);
        writeText(json, "locatedAt", object.locatedAt());
        json.writeArrayPropertyStart("externalIds");
        object.externalIds().forEach(id -> writeId(json, id));
        json.writeEndArray();
        writeLineage(json, "predecessors", object.predecessors());
        writeLineage(json, "successors", object.successors());
        writeExtras(json, object);
        json.writeStringProperty("validFrom", object.valid().from().toString());
        writeText(json, "validTo", object.valid().to());
        json.writeNumberProperty("version", object.version());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeNames(JsonGenerator json, AddressObject object) {
        json.writeStringProperty("code", object.code().toString());
        json.writeStringProperty("kind", object.kind().label());
        json.writeStringProperty("status", object.status().label());
        writeText(json, "name", object.name());
        writeText(json, "houseNumber", object.houseNumber());
        writeText(json, "street", object.street());
        WardName ward = object.ward();
        json.writeName("ward");
        if (ward == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringProperty("code", ward.code());
            json.writeStringProperty("name", ward.fullName());
            json.writeEndObject();
        }
        String wardName = ward == null ? null : ward.fullName();
        json.writeStringProperty("address", grammar.formatAddress(object.houseNumber(), object.street(), wardName));
    }

    private static void writePosition(JsonGenerator json, AddressObject object) {
        json.writeObjectPropertyStart("position");
        json.writeStringProperty("method", object.quality().method());
        json.writeName("accuracy");
        Double metres = object.quality().accuracyMetres();
        if (metres == null) {
            json.writeNull();
        } else {
            json.writeNumber(metres);
        }
        json.writeEndObject();
    }

    private static void writeId(JsonGenerator json, ExternalId id) {
        json.writeStartObject();
        json.writeStringProperty("scheme", id.scheme());
        json.writeStringProperty("value", id.value());
        json.writeEndObject();
    }

    private static void writeLineage(JsonGenerator json, String name, List<Lineage> links) {
        json.writeArrayPropertyStart(name);
        for (Lineage link : links) {
            json.writeStartObject();
            json.writeStringProperty("code", link.code().toString());
            json.writeStringProperty("kind", link.kind());
            json.writeStringProperty("date", link.effective().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeExtras(JsonGenerator json, AddressObject object) {
        json.writeArrayPropertyStart("parts");
        object.parts().forEach(part -> writePart(json, part));
        json.writeEndArray();
        json.writeName("details");
        writeRaw(json, object.details() == null ? null : hidden.withoutThese(object.details()));
        json.writeName("outline");
        geometries.write(json, object.outline());
    }

    private void writePart(JsonGenerator json, Part part) {
        json.writeStartObject();
        json.writeStringProperty("type", part.type());
        writeText(json, "label", part.label());
        writeText(json, "houseNumber", part.houseNumber());
        writeText(json, "street", part.street());
        json.writeName("position");
        Double easting = part.easting();
        Double northing = part.northing();
        geometries.write(
                json,
                easting == null || northing == null ? null : FACTORY.createPoint(new Coordinate(easting, northing)));
        json.writeName("externalId");
        ExternalId source = part.source();
        if (source == null) {
            json.writeNull();
        } else {
            writeId(json, source);
        }
        json.writeEndObject();
    }

    private static void writeRaw(JsonGenerator json, @Nullable String object) {
        if (object == null) {
            json.writeNull();
        } else {
            json.writeRawValue(object);
        }
    }
}
