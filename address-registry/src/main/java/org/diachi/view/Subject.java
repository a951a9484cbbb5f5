package org.diachi.view;

import org.diachi.value.AddressKind;

/** What an entry of the change log is about, as views tell it apart. */
public enum Subject {
    BUILDING,
    BUSINESS,
    PUBLIC_SPACE,
    PLACE,
    /** A feature of any layer. */
    FEATURE;

    private static final String PLACE_KIND = "place";

    /** The subject of an entry of that kind. */
    public static Subject of(String kind) {
        for (AddressKind addressKind : AddressKind.values()) {
            if (addressKind.label().equals(kind)) {
                return valueOf(addressKind.name());
            }
        }
        return kind.equals(PLACE_KIND) ? PLACE : FEATURE;
    }
}
