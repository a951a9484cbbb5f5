package org.diachi.http.problem;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems as JSON, without the help of Spring, which may not have been reached. */
public final class ProblemJson {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    /**
     * The body of an answer.
     *
     * @param instance the path that was asked for
     */
    public static byte[] write(Problem problem, String instance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", problem.type().uri());
            json.writeStringProperty("title", problem.type().title());
            json.writeNumberProperty("status", problem.type().status());
            json.writeStringProperty("detail", problem.detail());
            json.writeStringProperty("instance", instance);
            writeOptional(json, "parameter", problem.parameter());
            writeOptional(json, "rule", problem.rule());
            if (problem.duplicateCase() != null) {
                json.writeNumberProperty("duplicateCase", problem.duplicateCase());
            }
            writeLists(json, problem);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeLists(JsonGenerator json, Problem problem) {
        if (!problem.known().isEmpty()) {
            json.writeArrayPropertyStart("known");
            problem.known().forEach(json::writeString);
            json.writeEndArray();
        }
        if (!problem.errors().isEmpty()) {
            json.writeArrayPropertyStart("errors");
            problem.errors().forEach(error -> write(json, error));
            json.writeEndArray();
        }
        if (!problem.candidates().isEmpty() || problem.type() == ProblemType.UNKNOWN_CODE) {
            json.writeArrayPropertyStart("candidates");
            problem.candidates().forEach(candidate -> write(json, candidate));
            json.writeEndArray();
        }
    }

    private static void write(JsonGenerator json, Problem.MemberError error) {
        json.writeStartObject();
        json.writeStringProperty("pointer", error.pointer());
        json.writeStringProperty("detail", error.detail());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Problem.Candidate candidate) {
        json.writeStartObject();
        json.writeStringProperty("code", candidate.code());
        json.writeStringProperty("address", candidate.address());
        json.writeStringProperty("status", candidate.status());
        writeOptional(json, "why", candidate.why());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
