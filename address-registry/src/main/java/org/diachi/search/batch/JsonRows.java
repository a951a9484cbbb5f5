package org.diachi.search.batch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of NDJSON: an object on each line. What the caller wrote goes out as it was, with a member {@code match}. */
final class JsonRows implements RowFormat {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Lines lines;
    private final List<String> wanted;

    JsonRows(Reader reader, List<String> wanted) {
        this.lines = new Lines(reader);
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public void begin(Writer out) {
        // Lines of JSON have no header.
    }

    @Override
    public Optional<Row> next() throws IOException {
        return lines.next().map(line -> {
            if (line.text().isBlank()) {
                return new Row(line.text(), line.end(), null, null);
            }
            try {
                JsonNode node = JSON.readTree(line.text());
                return node.isObject()
                        ? new Row(line.text(), line.end(), address(node), null)
                        : new Row(line.text(), line.end(), null, "is no JSON object");
            } catch (JacksonException e) {
                return new Row(line.text(), line.end(), null, "is no JSON");
            } catch (MatchRefusedException e) {
                return new Row(line.text(), line.end(), null, e.getMessage());
            }
        });
    }

    private String address(JsonNode node) {
        List<String> names = new ArrayList<>(node.propertyNames());
        List<String> parts = new ArrayList<>();
        for (int at : AddressColumns.find(names, wanted)) {
            String part = node.get(names.get(at)).asString("").strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    @Override
    public void write(Row row, MatchedRow matched, Writer out) throws IOException {
        if (row.raw().isBlank()) {
            out.write(row.raw());
        } else if (row.address() == null && !isObject(row.raw())) {
            ObjectNode unread = JSON.createObjectNode().put("unreadable", row.raw());
            unread.set("match", node(matched));
            out.write(unread.toString());
        } else {
            String raw = row.raw().stripTrailing();
            String members = raw.substring(0, raw.length() - 1).stripTrailing();
            out.write(members);
            out.write(members.endsWith("{") ? "\"match\":" : ",\"match\":");
            out.write(node(matched).toString());
            out.write("}");
        }
        out.write(row.end());
    }

    private static boolean isObject(String raw) {
        try {
            return JSON.readTree(raw).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static ObjectNode node(MatchedRow matched) {
        ObjectNode node = JSON.createObjectNode();
        node.put("code", matched.code());
        node.put("grade", matched.grade());
        node.put("score", matched.score());
        node.put("kind", matched.kind());
        node.put("address", matched.address());
        texts(node, "differs", matched.differs());
        node.put("status", matched.status());
        texts(node, "successors", matched.successors());
        texts(node, "candidates", matched.candidates());
        node.put("lon", rounded(matched.longitude()));
        node.put("lat", rounded(matched.latitude()));
        node.put("issue", matched.issue());
        return node;
    }

    private static void texts(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }

    private static @Nullable Double rounded(@Nullable Double degrees) {
        return degrees == null ? null : Double.valueOf(Math.round(degrees * 1e8) / 1e8);
    }
}
