package org.diachi.ogc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diachi.layer.LayerField;
import org.jspecify.annotations.Nullable;

/** What properties are called that every city has; a layer's own words come first. */
final class FieldTitles {

    private static final Map<String, Map<String, String>> TITLES = read();

    private FieldTitles() {}

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = Objects.requireNonNull(FieldTitles.class.getResourceAsStream("titles.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(
                            cells -> cells[0], cells -> Map.of("en", cells[1], "vi", cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By language tag; empty if nobody has told. */
    static Map<String, String> of(String name, @Nullable LayerField field) {
        Map<String, String> own = field == null ? null : field.titles();
        return own != null && !own.isEmpty() ? own : TITLES.getOrDefault(name, Map.of());
    }
}
