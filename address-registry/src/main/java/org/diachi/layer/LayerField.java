package org.diachi.layer;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a layer's features.
 *
 * @param name as in every API
 * @param type as JSON Schema names it: {@code string}, {@code number}, {@code integer} or {@code boolean}
 * @param titles what it is called, by language tag
 * @param unit of measure, as UCUM writes it
 * @param codeList the list of the city profile that values come from
 * @param personal whether it tells of persons and is never in public answers; no if absent
 */
public record LayerField(
        String name,
        String type,
        @Nullable Map<String, String> titles,
        @Nullable String unit,
        @Nullable String codeList,
        @Nullable Boolean personal) {

    public LayerField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        titles = titles == null ? Map.of() : Map.copyOf(titles);
    }

    /** A field that tells nothing of persons. */
    public LayerField(
            String name,
            String type,
            @Nullable Map<String, String> titles,
            @Nullable String unit,
            @Nullable String codeList) {
        this(name, type, titles, unit, codeList, null);
    }
}
