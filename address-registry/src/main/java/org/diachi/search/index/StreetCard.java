package org.diachi.search.index;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A street in one ward.
 *
 * @param name as its addresses write it
 * @param key as streets are compared
 * @param ward id of the unit
 * @param addresses how many there are on it now; 0 of a name that is no longer used
 * @param x easting of its middle in metres of the storage CRS
 * @param y northing of its middle
 */
public record StreetCard(String name, String key, @Nullable Long ward, int addresses, double x, double y) {

    public StreetCard {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }
}
