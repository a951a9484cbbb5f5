package org.diachi.rest.drainage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.diachi.drainage.Served;
import org.diachi.drainage.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A trace with what it was asked by.
 *
 * @param asOf the legal day
 * @param knownAt the instant of knowledge; absent for what is known now
 * @param seq the last entry of the change log that the network contains
 * @param addressMetres how near to a link the addresses are
 */
record TraceAnswer(
        Trace trace,
        Served served,
        LocalDate asOf,
        @Nullable OffsetDateTime knownAt,
        long seq,
        double addressMetres) {

    TraceAnswer {
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(served, "served");
    }
}
