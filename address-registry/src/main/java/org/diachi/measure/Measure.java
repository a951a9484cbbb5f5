package org.diachi.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Something that is measured.
 *
 * @param name in kebab case, for ever
 * @param criterion what it tells of
 * @param unit as UCUM writes it; 1 for numbers and shares
 * @param title what it is, in one sentence
 */
public record Measure(String name, Criterion criterion, String unit, String title) {

    public Measure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(criterion, "criterion");
    }

    /** The SQL; it binds {@code day}, {@code seq} and {@code codes} and gives layer, ward, agency and value. */
    public String sql() {
        try (InputStream stream = Measure.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
