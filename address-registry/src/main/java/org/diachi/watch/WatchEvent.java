package org.diachi.watch;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that a watch is told.
 *
 * @param number rises in the order of the change log
 * @param seq the entry of the change log that brought it about
 * @param at when that was
 * @param kind {@code change} or {@code conflict}
 * @param detail what happened, as a JSON object
 */
public record WatchEvent(long number, long seq, Instant at, String kind, String detail) {

    public WatchEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }
}
