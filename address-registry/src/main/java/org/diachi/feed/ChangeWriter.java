package org.diachi.feed;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.change.Change;
import org.diachi.change.StateChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one entry of the feed: always the same members in the same order.
 *
 * <p>{@code before} and {@code after} are the states of the day on which the act takes effect. An act that also ended or
 * wrote states of other days tells them as {@code alsoBefore} and {@code alsoAfter}, so that nothing is missing.
 */
final class ChangeWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 1024;

    private ChangeWriter() {}

    static byte[] write(Change change, List<LineageReader.Link> lineage, StateChange<State> states) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            writeEntry(json, change);
            writeLineage(json, lineage);
            writeStates(json, change.context().effective(), states);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeEntry(JsonGenerator json, Change change) {
        ActContext context = change.context();
        json.writeNumberProperty("seq", change.seq());
        json.writeStringProperty("at", change.at().toString());
        json.writeStringProperty("actor", context.actor());
        json.writeStringProperty("act", change.act());
        json.writeStringProperty("kind", change.kind());
        json.writeStringProperty("code", change.code());
        json.writeNumberProperty("version", change.version());
        json.writeStringProperty("effective", context.effective().toString());
        writeText(json, "reason", context.reason());
        writeText(json, "document", context.document());
    }

    static void writeText(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeLineage(JsonGenerator json, List<LineageReader.Link> lineage) {
        json.writeArrayPropertyStart("lineage");
        for (LineageReader.Link link : lineage) {
            json.writeStartObject();
            json.writeStringProperty("predecessor", link.predecessor());
            json.writeStringProperty("successor", link.successor());
            json.writeStringProperty("kind", link.kind());
            json.writeStringProperty("effective", link.effective().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeStates(JsonGenerator json, LocalDate day, StateChange<State> states) {
        List<State> ended = new ArrayList<>(states.ended());
        List<State> written = new ArrayList<>(states.written());
        writeState(json, "before", takeStateOf(day, ended));
        writeState(json, "after", takeStateOf(day, written));
        writeOthers(json, "alsoBefore", ended);
        writeOthers(json, "alsoAfter", written);
    }

    /** Takes the state of the day out of the list; the last one if none is of that day. */
    private static @Nullable State takeStateOf(LocalDate day, List<State> states) {
        if (states.isEmpty()) {
            return null;
        }
        int found = states.size() - 1;
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).valid().contains(day)) {
                found = i;
            }
        }
        return states.remove(found);
    }

    private static void writeState(JsonGenerator json, String name, @Nullable State state) {
        json.writeName(name);
        if (state == null) {
            json.writeNull();
        } else {
            state.feature().writeTo(json);
        }
    }

    private static void writeOthers(JsonGenerator json, String name, List<State> states) {
        if (!states.isEmpty()) {
            json.writeArrayPropertyStart(name);
            states.forEach(state -> state.feature().writeTo(json));
            json.writeEndArray();
        }
    }
}
