package org.diachi.http.geojson;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.diachi.http.Body;
import org.diachi.http.Links;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** GeoJSON documents as bodies. */
public final class GeoJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private static final JsonFactory LINES =
            JSON.rebuild().rootValueSeparator("\n").build();

    private static final JsonFactory SEQUENCE =
            JSON.rebuild().rootValueSeparator("").build();

    private static final int USUAL_FEATURE_BYTES = 1024;

    private GeoJson() {}

    /** A generator onto a stream, which it neither flushes nor closes. */
    public static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** A generator of many documents, with nothing between them; it neither flushes nor closes the stream. */
    public static JsonGenerator sequence(OutputStream out) {
        return SEQUENCE.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** A document of one feature, written at once so that its length is known. */
    public static Body feature(Consumer<JsonGenerator> feature) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_FEATURE_BYTES);
        try (JsonGenerator json = generator(bytes)) {
            feature.accept(json);
        }
        return Body.of(bytes.toByteArray());
    }

    /** What writes the features of a collection with a generator, and tells how many there were. */
    @FunctionalInterface
    public interface Features {

        /** Writes all features. */
        int write(JsonGenerator json);
    }

    /** Documents that the writer writes one after the other, each on a line of its own. */
    public static Body lines(Consumer<JsonGenerator> documents) {
        return out -> {
            try (JsonGenerator json = LINES.createGenerator(ObjectWriteContext.empty(), out)) {
                documents.accept(json);
                json.writeRaw('\n');
            }
        };
    }

    /** A FeatureCollection, written as it is sent. */
    public static Body collection(Features features, List<Links.Link> links) {
        return collection(features, OptionalLong.empty(), links);
    }

    /**
     * A FeatureCollection, written as it is sent.
     *
     * @param matched how many features there are on all pages, if that is known
     */
    public static Body collection(Features features, OptionalLong matched, List<Links.Link> links) {
        return out -> {
            try (JsonGenerator json = generator(out)) {
                json.writeStartObject();
                json.writeStringProperty("type", "FeatureCollection");
                json.writeArrayPropertyStart("features");
                int count = features.write(json);
                json.writeEndArray();
                matched.ifPresent(number -> json.writeNumberProperty("numberMatched", number));
                json.writeNumberProperty("numberReturned", count);
                json.writeStringProperty("timeStamp", now());
                writeLinks(json, links);
                json.writeEndObject();
            }
        };
    }

    /** The time of an answer. */
    public static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Writes the member {@code links} of an object. */
    public static void writeLinks(JsonGenerator json, List<Links.Link> links) {
        json.writeArrayPropertyStart("links");
        for (Links.Link link : links) {
            json.writeStartObject();
            json.writeStringProperty("href", link.href());
            json.writeStringProperty("rel", link.rel());
            json.writeStringProperty("type", link.type());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
