package org.diachi.http.address;

import java.util.List;
import org.diachi.address.AddressObject;
import org.diachi.address.Lineage;
import org.diachi.address.Part;
import org.diachi.address.WardName;
import org.diachi.city.AddressGrammar;
import org.diachi.city.PersonalFields;
import org.diachi.geojson.GeometryWriter;
import org.diachi.http.OutputCrs;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JsonGenerator;

/** Writes address objects as the contract's AddressFeature. For one answer; not thread-safe. */
public final class AddressWriter {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final JsonGenerator json;
    private final GeometryWriter geometries;
    private final AddressGrammar grammar;
    private final boolean asFootprint;
    private final PersonalFields hidden;

    /**
     * A writer for one answer.
     *
     * @param asFootprint whether the outline is shown where it is known, rather than the point
     * @param hidden details that are not told
     */
    public AddressWriter(
            JsonGenerator json, OutputCrs crs, AddressGrammar grammar, boolean asFootprint, PersonalFields hidden) {
        this.hidden = hidden;
        this.json = json;
        this.geometries = crs.writer(json);
        this.grammar = grammar;
        this.asFootprint = asFootprint;
    }

    /** The address of an object on one line, as the city writes it. */
    public static String addressLine(AddressObject object, AddressGrammar grammar) {
        WardName ward = object.ward();
        return grammar.formatAddress(object.houseNumber(), object.street(), ward == null ? null : ward.fullName());
    }

    /** Writes one Feature. */
    public void write(AddressObject object) {
        write(object, () -> {});
    }

    /**
     * Writes one Feature.
     *
     * @param moreProperties writes what the answer tells beside the object
     */
    public void write(AddressObject object, Runnable moreProperties) {
        String code = object.code().toString();
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", code);
        json.writeName("geometry");
        Geometry outline = object.outline();
        geometries.write(asFootprint && outline != null ? outline : object.position());
        json.writeName("properties");
        json.writeStartObject();
        writeNames(object, code);
        writeLinks(object);
        writeExtras(object);
        json.writeName("validFrom");
        json.writeString(object.valid().from().toString());
        json.writeName("validTo");
        writeString(object.valid().to());
        json.writeNumberProperty("version", object.version());
        moreProperties.run();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeNames(AddressObject object, String code) {
        json.writeStringProperty("code", code);
        json.writeStringProperty("kind", object.kind().label());
        json.writeStringProperty("status", object.status().label());
        json.writeName("name");
        writeString(object.name());
        json.writeName("houseNumber");
        writeString(object.houseNumber());
        json.writeName("street");
        writeString(object.street());
        json.writeName("ward");
        writeWard(object.ward());
        json.writeStringProperty("address", addressLine(object, grammar));
        writePosition(object);
    }

    private void writeWard(@Nullable WardName ward) {
        if (ward == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("code", ward.code());
        json.writeStringProperty("name", ward.fullName());
        json.writeEndObject();
    }

    private void writePosition(AddressObject object) {
        json.writeName("position");
        json.writeStartObject();
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

    private void writeLinks(AddressObject object) {
        json.writeName("locatedAt");
        writeString(object.locatedAt());
        json.writeName("externalIds");
        json.writeStartArray();
        object.externalIds().forEach(this::writeId);
        json.writeEndArray();
        writeLineage("predecessors", object.predecessors());
        writeLineage("successors", object.successors());
    }

    private void writeId(ExternalId id) {
        json.writeStartObject();
        json.writeStringProperty("scheme", id.scheme());
        json.writeStringProperty("value", id.value());
        json.writeEndObject();
    }

    private void writeLineage(String name, List<Lineage> links) {
        json.writeName(name);
        json.writeStartArray();
        for (Lineage link : links) {
            json.writeStartObject();
            json.writeStringProperty("code", link.code().toString());
            json.writeStringProperty("kind", link.kind());
            json.writeStringProperty("date", link.effective().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeExtras(AddressObject object) {
        if (!object.parts().isEmpty()) {
            json.writeName("parts");
            json.writeStartArray();
            object.parts().forEach(this::writePart);
            json.writeEndArray();
        }
        if (object.details() != null) {
            json.writeName("details");
            json.writeRawValue(hidden.withoutThese(object.details()));
        }
    }

    private void writePart(Part part) {
        json.writeStartObject();
        json.writeStringProperty("type", part.type());
        json.writeName("label");
        writeString(part.label());
        json.writeName("houseNumber");
        writeString(part.houseNumber());
        json.writeName("street");
        writeString(part.street());
        json.writeName("position");
        geometries.write(
                part.easting() == null || part.northing() == null
                        ? null
                        : FACTORY.createPoint(new Coordinate(part.easting(), part.northing())));
        json.writeName("externalId");
        ExternalId source = part.source();
        if (source == null) {
            json.writeNull();
        } else {
            writeId(source);
        }
        json.writeEndObject();
    }

    private void writeString(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }
}
