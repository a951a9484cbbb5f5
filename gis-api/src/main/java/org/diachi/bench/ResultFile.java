package org.diachi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * All results of an installation, one line of JSON each.
 *
 * @param folder where {@code results.jsonl} is
 */
public record ResultFile(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The file. */
    public Path file() {
        return folder.resolve("results.jsonl");
    }

    /**
     * Appends a result.
     *
     * @param bench what was measured
     * @param settings with what
     * @param results records or numbers by name
     */
    public void append(String bench, Map<String, ?> settings, MachineFacts machine, Map<String, ?> results)
            throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", bench);
        line.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("settings", settings);
        line.put("machine", machine.facts());
        line.put("results", results);
        Files.createDirectories(folder);
        Files.writeString(
                file(), JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
