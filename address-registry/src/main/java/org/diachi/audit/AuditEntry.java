package org.diachi.audit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param seq its number, from 1 without gaps
 * @param isDone whether it was done; otherwise it was denied
 * @param firstChange the first of the entries of the change log that were written by it
 * @param lastChange the last of them
 */
public record AuditEntry(
        long seq,
        Instant at,
        boolean isDone,
        Attempt attempt,
        @Nullable Long firstChange,
        @Nullable Long lastChange) {

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(attempt, "attempt");
    }
}
