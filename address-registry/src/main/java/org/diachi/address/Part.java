package org.diachi.address;

import java.util.Objects;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * An entrance or a unit of a building. It belongs to the building and has no code.
 *
 * @param type {@code entrance} or {@code unit}
 * @param label what is on the door, such as a flat number; may be absent
 * @param houseNumber the number of an entrance that has an address of its own
 * @param street the street of that address
 * @param easting in metres of the storage CRS, absent when unknown
 * @param northing in metres of the storage CRS, absent when unknown
 * @param source the source row that told of it, so that the row can be followed
 */
public record Part(
        String type,
        @Nullable String label,
        @Nullable String houseNumber,
        @Nullable String street,
        @Nullable Double easting,
        @Nullable Double northing,
        @Nullable ExternalId source) {

    /** The type of a door with an address. */
    public static final String ENTRANCE = "entrance";

    /** The type of a flat, shop or office inside. */
    public static final String UNIT = "unit";

    public Part {
        Objects.requireNonNull(type, "type");
        if (!type.equals(ENTRANCE) && !type.equals(UNIT)) {
            throw new IllegalArgumentException("A part is an entrance or a unit, not \"" + type + "\"");
        }
    }
}
