package org.diachi.address;

import java.time.LocalDate;
import java.util.Objects;
import org.diachi.value.Code;

/**
 * A dated link from one object to another that came before or after it.
 *
 * @param code the other object
 * @param kind {@code split}, {@code merge}, {@code rebuild} or {@code correction}
 * @param effective the day of the succession
 */
public record Lineage(Code code, String kind, LocalDate effective) {

    public Lineage {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(effective, "effective");
    }
}
