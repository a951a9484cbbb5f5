package org.diachi.security;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who bears a key.
 *
 * @param key number of the key
 * @param label what the key was made for
 * @param wards codes of the wards that it may write in; all if empty
 * @param layers collections that it may write in, and read where they are restricted; all if empty
 */
public record Caller(long key, String label, Role role, Set<String> wards, Set<String> layers) {

    public Caller {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(role, "role");
        wards = Set.copyOf(wards);
        layers = Set.copyOf(layers);
    }

    /** The caller of the request on this thread; empty without a key. */
    public static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof KeyAuthentication key ? Optional.of(key.getPrincipal()) : Optional.empty();
    }

    /** Whether it may write in a ward. */
    public boolean mayWriteWard(String code) {
        return role.includes(Role.EDITOR) && (wards.isEmpty() || wards.contains(code));
    }

    /** Whether it is held to certain wards. */
    public boolean isBoundToWards() {
        return !wards.isEmpty();
    }

    /** Whether it may read a restricted layer. */
    public boolean mayReadLayer(String collection) {
        return layers.isEmpty() || layers.contains(collection);
    }

    /** How the change log names it. */
    public String actor() {
        return label.isBlank() ? "key " + key : label + " (key " + key + ")";
    }
}
