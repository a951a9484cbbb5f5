package org.diachi.address;

import java.util.List;
import java.util.Map;
import org.diachi.address.DuplicateCandidate.Rule;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON columns: parts and details of an address, registrations and candidates of a duplicate case. */
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

    static RegistrationJson readRegistration(String json) {
        return MAPPER.readValue(json, RegistrationJson.class);
    }

    private record CandidateJson(String code, String rule) {}

    static String writeCandidates(List<DuplicateCandidate> candidates) {
        return write(candidates.stream()
                .map(candidate -> new CandidateJson(
                        candidate.code().toString(), candidate.rule().label()))
                .toList());
    }

    static List<DuplicateCandidate> readCandidates(String json) {
        return MAPPER.readValue(json, new TypeReference<List<CandidateJson>>() {}).stream()
                .map(candidate -> new DuplicateCandidate(Code.parse(candidate.code()), Rule.of(candidate.rule())))
                .toList();
    }
}
