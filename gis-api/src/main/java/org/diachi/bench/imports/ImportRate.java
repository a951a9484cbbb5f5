package org.diachi.bench.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How fast rows became objects.
 *
 * @param rows that were read
 * @param kept of these, in the database at the end
 * @param seconds on the clock
 */
public record ImportRate(long rows, long kept, double seconds) {

    public ImportRate {
        if (kept < 0 || kept > rows || !(seconds > 0)) {
            throw new IllegalArgumentException("Not a measurement: " + kept + " of " + rows + " in " + seconds + " s");
        }
    }

    /** Kept rows a second. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double perSecond() {
        return kept / seconds;
    }
}
