package org.diachi.ogc;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diachi.http.OutputCrs;
import org.diachi.http.geojson.GeoJson;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which members of {@code properties} are shown.
 *
 * @param names null for all
 */
record Members(@Nullable Set<String> names) {

    static final JsonMapper JSON = new JsonMapper();

    Members {
        names = names == null ? null : Set.copyOf(names);
    }

    /**
     * Reads the parameter {@code properties}: names between commas.
     *
     * @throws ProblemException if the collection has no such member
     */
    static Members read(@Nullable String text, Collection collection) {
        if (text == null) {
            return new Members(null);
        }
        List<String> known = collection.members();
        Set<String> names = new LinkedHashSet<>();
        for (String name : text.split(",", -1)) {
            if (!known.contains(name)) {
                String detail = "The features of " + collection.id() + " have no property \"" + name + "\". Known are "
                        + String.join(", ", known) + ".";
                throw new ProblemException(
                        Problem.badValue("properties", detail).withKnown(known));
            }
            names.add(name);
        }
        return new Members(names);
    }

    /** Whether a column is shown; those of one member have its name before a dot. */
    boolean contains(String column) {
        return names == null || names.contains(column) || names.contains(column.split("\\.", 2)[0]);
    }

    /** Writes a Feature with only these members. */
    void write(Item item, JsonGenerator json, OutputCrs crs) {
        if (names == null) {
            item.writer().write(json, crs);
        } else {
            JSON.writeValue(json, tree(item, crs));
        }
    }

    /** A Feature with only these members, as a tree. */
    ObjectNode tree(Item item, OutputCrs crs) {
        ObjectNode feature = (ObjectNode) JSON.readTree(bytes(item, crs));
        if (names != null) {
            ((ObjectNode) feature.get("properties")).retain(names);
        }
        return feature;
    }

    private static byte[] bytes(Item item, OutputCrs crs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = GeoJson.generator(bytes)) {
            item.writer().write(json, crs);
        }
        return bytes.toByteArray();
    }
}
