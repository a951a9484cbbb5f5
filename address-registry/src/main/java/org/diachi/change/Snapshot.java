package org.diachi.change;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One state of the register, the same however often it is read.
 *
 * @param asOf the day whose legal state it is
 * @param seq the last entry of the change log that is taken into account
 */
public record Snapshot(LocalDate asOf, long seq) {

    private static final long EVERYTHING = Long.MAX_VALUE;

    public Snapshot {
        Objects.requireNonNull(asOf, "asOf");
        if (seq < 0) {
            throw new IllegalArgumentException("The change log is counted from 0, not from " + seq);
        }
    }

    /** Whatever is known when the statement runs: for a single statement, where nobody needs to know how much it was. */
    public static Snapshot latest(LocalDate asOf) {
        return new Snapshot(asOf, EVERYTHING);
    }

    /** Whether nothing that is known is left out. */
    public boolean isLatest() {
        return seq == EVERYTHING;
    }

    /** The same knowledge of another day. */
    public Snapshot withAsOf(LocalDate day) {
        return new Snapshot(day, seq);
    }
}
