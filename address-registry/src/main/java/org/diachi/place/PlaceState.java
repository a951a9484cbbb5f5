package org.diachi.place;

import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One state of an administrative unit as the change log tells of it: by its key, since codes and names are reused.
 *
 * @param key what the city profile calls the unit
 * @param version of the unit that wrote the state
 * @param valid the legal period of the state
 * @param code as the state's statistics give it
 * @param level as the city profile names it, such as {@code ward}
 * @param fullName with the type word
 * @param parent the key of the unit that it is part of
 * @param outline in the storage CRS; absent if it is not known
 */
public record PlaceState(
        String key,
        int version,
        Period valid,
        String code,
        String level,
        String fullName,
        @Nullable String parent,
        @Nullable Integer population,
        @Nullable Geometry outline) {

    public PlaceState {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(valid, "valid");
    }
}
