package org.diachi.city;

import java.util.Arrays;
import java.util.Optional;
import org.diachi.value.AddressKind;

/** What a plate is made for, which decides how large it is. */
public enum PlateSize {
    /** Beside a door, read from the pavement. */
    DOOR("door"),
    /** At a gate or on a façade, read from the street. */
    GATE("gate"),
    /** At the entrance of a park, square or market. */
    PUBLIC_SPACE("publicSpace");

    private final String label;

    PlateSize(String label) {
        this.label = label;
    }

    /** The name in profiles, contracts and commands. */
    public String label() {
        return label;
    }

    /** The size with that name. */
    public static Optional<PlateSize> find(String label) {
        return Arrays.stream(values()).filter(size -> size.label.equals(label)).findFirst();
    }

    /** What is usual for objects of a kind. */
    public static PlateSize usualFor(AddressKind kind) {
        return kind == AddressKind.PUBLIC_SPACE ? PUBLIC_SPACE : DOOR;
    }
}
