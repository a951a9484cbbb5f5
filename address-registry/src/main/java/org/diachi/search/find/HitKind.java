package org.diachi.search.find;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.diachi.value.AddressKind;

/** What may be found, in the order in which equals are told. */
public enum HitKind {
    BUILDING("building"),
    PUBLIC_SPACE("publicSpace"),
    STREET("street"),
    /** An administrative unit of any era. */
    PLACE("place"),
    BUSINESS("business");

    private final String label;

    HitKind(String label) {
        this.label = label;
    }

    /** The name in the contract. */
    public String label() {
        return label;
    }

    /** The kind of an address object. */
    public static HitKind of(AddressKind kind) {
        return switch (kind) {
            case BUILDING -> BUILDING;
            case BUSINESS -> BUSINESS;
            case PUBLIC_SPACE -> PUBLIC_SPACE;
        };
    }

    /**
     * The kind of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HitKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + label + "\" is none of "
                        + Arrays.stream(values()).map(HitKind::label).collect(Collectors.joining(", "))));
    }
}
