package org.diachi.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the bearer of a key may do; each role may do what those before it may. */
public enum Role {
    /** Reads restricted layers. */
    READER,
    /** Writes addresses and features. */
    EDITOR,
    /** Does everything. */
    ADMIN;

    /** The name in the database and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this role may do what another may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /**
     * The role of a label.
     *
     * @throws IllegalArgumentException if no role has this label
     */
    public static Role of(String label) {
        for (Role role : values()) {
            if (role.label().equals(label)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "A role is " + Arrays.stream(values()).map(Role::label).collect(Collectors.joining(" or ")) + ", not '"
                        + label + "'");
    }
}
