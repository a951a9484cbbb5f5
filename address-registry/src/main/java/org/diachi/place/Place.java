package org.diachi.place;

import java.util.List;
import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An administrative unit as it was through one period. Its code and name are borne by others in other eras; the id is
 * its own.
 *
 * @param id in the register, for ever
 * @param version rising by one with every act
 * @param valid the legal period of this state
 * @param code as the state's statistics give it
 * @param level as the city profile names it, such as {@code ward}
 * @param typeWord as written before the name, such as {@code Phường}
 * @param name without the type word
 * @param fullName with the type word
 * @param parent the unit that it is part of
 * @param outline in the storage CRS; absent if it is not known or was not asked for
 * @param changed the last entry of the change log that touched what is shown here
 */
public record Place(
        long id,
        int version,
        Period valid,
        String code,
        String level,
        String typeWord,
        String name,
        String fullName,
        @Nullable PlaceName parent,
        @Nullable Integer population,
        List<PlaceLink> predecessors,
        List<PlaceLink> successors,
        @Nullable Geometry outline,
        long changed) {

    public Place {
        Objects.requireNonNull(valid, "valid");
        Objects.requireNonNull(code, "code");
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }

    /** How others name it. */
    public PlaceName asName() {
        return new PlaceName(id, code, fullName, valid);
    }
}
