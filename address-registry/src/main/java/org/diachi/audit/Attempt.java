package org.diachi.audit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that someone did or tried.
 *
 * @param actor who: a key, the bearer of a token, the operator, or nobody known
 * @param origin from which network address; absent for the command line
 * @param act what
 * @param subject on what
 * @param why the reason that the actor gave, or why it was denied
 */
public record Attempt(
        String actor,
        @Nullable String origin,
        String act,
        @Nullable String subject,
        @Nullable String why) {

    /** Where commands of this machine come from. */
    public static final String COMMAND_LINE = "command line";

    public Attempt {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(act, "act");
    }

    /** Where it came from, in words. */
    public String place() {
        return origin == null ? COMMAND_LINE : origin;
    }
}
