package org.diachi.value;

import java.util.Locale;

/** Where an address object is in its life: proposed, then current, then retired; or rejected. */
public enum AddressStatus {
    /** Asked for, not yet approved. */
    PROPOSED,
    /** In force. */
    CURRENT,
    /** No longer in the world; the code answers for ever. */
    RETIRED,
    /** Never came into force. */
    REJECTED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in the contract: the constant in lower case. */
    public String label() {
        return label;
    }

    /**
     * The status of a label.
     *
     * @throws IllegalArgumentException if no status has this label
     */
    public static AddressStatus of(String label) {
        for (AddressStatus status : values()) {
            if (status.label.equals(label)) {
                return status;
            }
        }
        throw new IllegalArgumentException("A status is proposed, current, retired or rejected, not '" + label + "'");
    }
}
