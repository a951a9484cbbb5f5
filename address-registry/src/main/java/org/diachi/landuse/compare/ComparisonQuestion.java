package org.diachi.landuse.compare;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is to be compared.
 *
 * @param wardDay the day whose wards count
 * @param seq the last entry of the change log that counts
 */
public record ComparisonQuestion(Side from, Side to, LocalDate wardDay, long seq) {

    public ComparisonQuestion {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(wardDay, "wardDay");
    }

    /** The same question of an earlier state, between which and this one nothing of it has changed. */
    ComparisonQuestion at(long earlier) {
        return new ComparisonQuestion(from, to, wardDay, earlier);
    }
}
