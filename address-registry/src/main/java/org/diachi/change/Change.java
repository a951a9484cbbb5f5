package org.diachi.change;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of the log: what an act did to one object.
 *
 * @param seq rising in commit order, without gaps
 * @param at when it was recorded; never falls while {@code seq} rises
 * @param act the label of an {@link Act}
 * @param kind an address kind, {@code place}, or the id of a collection
 * @param code the object's code, the key of a place or the id of a feature
 * @param version of the object that the act wrote
 * @param context who did it, why, and from which day on it holds
 */
public record Change(long seq, Instant at, String act, String kind, String code, int version, ActContext context) {

    public Change {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(context, "context");
    }
}
