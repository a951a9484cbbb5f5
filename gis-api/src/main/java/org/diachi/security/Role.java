package org.diachi.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the bearer of a key or token may do in general; each role may do all that those before it may. */
public enum Role {
    /** Reads restricted layers. */
    READER,
    /** Writes addresses and features. */
    EDITOR,
    /** Decides on proposals of others. */
    APPROVER,
    /** Answers for the register's quality: merges, decides on possible duplicates, sees personal fields. */
    STEWARD,
    /** Does everything. */
    ADMINISTRATOR;

    /** The name in the database, in tokens, in the contract and on the command line. */
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

    /** The label, so that the command line shows what the contract says. */
    @Override
    public String toString() {
        return label();
    }
}
