package org.diachi.bench.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the acceptance tests of Pelias: texts, and properties of the first answer. */
final class PeliasFile {

    private PeliasFile() {}

    static List<Case> read(Path file) {
        JsonNode suite = JsonMapper.builder().build().readTree(file.toFile());
        String family = suite.path("name").asString(String.valueOf(file.getFileName()));
        List<Case> cases = new ArrayList<>();
        for (JsonNode test : suite.path("tests")) {
            String query = test.at("/in/text").asString("");
            JsonNode first = test.at("/expected/properties/0");
            if (!query.isEmpty() && first.isObject()) {
                Map<String, String> properties = new LinkedHashMap<>();
                first.forEachEntry((name, value) -> {
                    if (value.isValueNode()) {
                        properties.put(name, value.asString());
                    }
                });
                cases.add(new Case(family, query, Case.Expected.FIRST, List.of(), properties));
            }
        }
        return cases;
    }
}
