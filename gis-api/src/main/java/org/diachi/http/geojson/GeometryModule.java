package org.diachi.http.geojson;

import org.diachi.http.OutputCrs;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Lets Jackson read and write geometries in bodies, as they are: the request says what system they are in. */
@Component
final class GeometryModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    GeometryModule() {
        super("geometry");
        addDeserializer(Geometry.class, new Deserializer());
        addSerializer(Geometry.class, new Serializer());
    }

    /** Geometries in answers are in the answer's system and axis order already. */
    private static final class Serializer extends ValueSerializer<Geometry> {

        @Override
        public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
            OutputCrs.UNCHANGED.writer(json).write(geometry);
        }
    }

    private static final class Deserializer extends ValueDeserializer<Geometry> {

        @Override
        public Geometry deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            try {
                return GeometryReader.read(node);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(Geometry.class, "%s", e.getMessage());
            }
        }
    }
}
