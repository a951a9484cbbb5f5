package org.diachi.rest;

import java.util.function.Consumer;
import org.diachi.address.ActResult;
import org.diachi.address.Outcome;
import org.diachi.http.Body;
import org.diachi.http.Format;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JsonGenerator;

/** What acts have done, as answers. */
final class ActAnswers {

    private ActAnswers() {}

    static ResponseEntity<Body> done(ActResult result) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + result.version() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(Format.JSON.mediaType())
                .body(GeoJson.feature(json -> write(json, result)));
    }

    /** @param results writes one object for each act */
    static ResponseEntity<Body> batch(Consumer<JsonGenerator> results) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(Format.JSON.mediaType())
                .body(GeoJson.feature(json -> {
                    json.writeStartObject();
                    json.writeArrayPropertyStart("results");
                    results.accept(json);
                    json.writeEndArray();
                    json.writeEndObject();
                }));
    }

    static void writeDone(JsonGenerator json, ActResult result) {
        json.writeStartObject();
        json.writeStringProperty("status", "done");
        json.writeName("result");
        write(json, result);
        json.writeEndObject();
    }

    static void writeHeld(JsonGenerator json, Outcome held, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("status", "held");
        Long duplicateCase = held.duplicateCase();
        if (duplicateCase != null) {
            json.writeNumberProperty("duplicateCase", duplicateCase);
        }
        writeProblem(json, problem);
        json.writeEndObject();
    }

    static void writeRefused(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("status", "refused");
        writeProblem(json, problem);
        json.writeEndObject();
    }

    private static void writeProblem(JsonGenerator json, Problem problem) {
        json.writeObjectPropertyStart("problem");
        json.writeStringProperty("type", problem.type().uri());
        json.writeStringProperty("title", problem.type().title());
        json.writeNumberProperty("status", problem.type().status());
        json.writeStringProperty("detail", problem.detail());
        if (problem.rule() != null) {
            json.writeStringProperty("rule", problem.rule());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ActResult result) {
        json.writeStartObject();
        json.writeStringProperty("act", result.act().label());
        json.writeStringProperty("code", result.code().toString());
        json.writeNumberProperty("version", result.version());
        json.writeArrayPropertyStart("created");
        result.created().forEach(code -> json.writeString(code.toString()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
