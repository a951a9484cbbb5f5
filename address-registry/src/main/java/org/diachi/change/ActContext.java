package org.diachi.change;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, why, and from which day on.
 *
 * @param actor the person, office or program that acts; never blank
 * @param effective first day on which the act holds in legal time
 * @param reason why, in words
 * @param document the decision or other legal basis
 * @param importRun the import run that submits the act
 * @param origin the network address that the act comes from; absent for the command line
 */
public record ActContext(
        String actor,
        LocalDate effective,
        @Nullable String reason,
        @Nullable String document,
        @Nullable Long importRun,
        @Nullable String origin) {

    public ActContext {
        Objects.requireNonNull(effective, "effective");
        if (actor.isBlank()) {
            throw new IllegalArgumentException("An act needs an actor");
        }
    }

    /** An act of the command line. */
    public ActContext(
            String actor,
            LocalDate effective,
            @Nullable String reason,
            @Nullable String document,
            @Nullable Long importRun) {
        this(actor, effective, reason, document, importRun, null);
    }

    /** An act without reason or document. */
    public static ActContext of(String actor, LocalDate effective) {
        return new ActContext(actor, effective, null, null, null);
    }

    /** The same act as part of an import run. */
    public ActContext inRun(long run) {
        return new ActContext(actor, effective, reason, document, run, origin);
    }

    /** The same act, effective from another day. */
    public ActContext effectiveFrom(LocalDate day) {
        return new ActContext(actor, day, reason, document, importRun, origin);
    }

    /** The same act, coming from a network address. */
    public ActContext from(@Nullable String address) {
        return new ActContext(actor, effective, reason, document, importRun, address);
    }
}
