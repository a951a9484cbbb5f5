package org.diachi.security;

import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who has authenticated, by a key or a token.
 *
 * @param actor how the change log names it, the same for ever: what nobody may do to their own work is told by it
 */
public record Caller(String actor, Role role, Bounds bounds) {

    private static final String ZONES = "zones";

    public Caller {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(bounds, "bounds");
    }

    /** The caller of the request on this thread; empty if nobody has authenticated. */
    public static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof CallerAuthentication caller
                ? Optional.of(caller.getPrincipal())
                : Optional.empty();
    }

    /** Whether it has at least a role. */
    public boolean is(Role least) {
        return role.includes(least);
    }

    /** Whether it may be told of persons: who answers for the whole register may. */
    public boolean maySeePersons() {
        return is(Role.STEWARD) && !bounds.isBound();
    }

    /** Whether it may see plans that are being drafted, and their zones: who writes zones may. */
    public boolean maySeeDrafts() {
        return is(Role.EDITOR) && bounds.allowReadingLayer(ZONES);
    }

    /** Whether the caller of the request on this thread may see plans that are being drafted. */
    public static boolean seesDrafts() {
        return current().filter(Caller::maySeeDrafts).isPresent();
    }

    /** Whether it may read a restricted layer. */
    public boolean mayReadLayer(String collection) {
        return bounds.allowReadingLayer(collection);
    }
}
