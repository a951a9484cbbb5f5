package org.diachi.address;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON columns of an address: parts and details. */
final class AddressJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private AddressJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static List<Part> readParts(@Nullable String json) {
        return json == null ? List.of() : MAPPER.readValue(json, new TypeReference<List<Part>>() {});
    }

    static Map<String, Object> readDetails(@Nullable String json) {
        return json == null ? Map.of() : MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
    }
}
