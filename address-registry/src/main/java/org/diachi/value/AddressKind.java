package org.diachi.value;

/** What an address object is. */
public enum AddressKind {
    /** A building, with its footprint, its point or both. */
    BUILDING("building"),
    /** A business located in a building or a public space. */
    BUSINESS("business"),
    /** A park, square, market or other space open to the public. */
    PUBLIC_SPACE("publicSpace");

    private final String label;

    AddressKind(String label) {
        this.label = label;
    }

    /** The name in the contract: {@code building}, {@code business} or {@code publicSpace}. */
    public String label() {
        return label;
    }

    /**
     * The kind of a label.
     *
     * @throws IllegalArgumentException if no kind has this label
     */
    public static AddressKind of(String label) {
        for (AddressKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("A kind is building, business or publicSpace, not '" + label + "'");
    }
}
