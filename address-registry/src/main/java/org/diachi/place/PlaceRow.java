package org.diachi.place;

import java.util.List;
import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An administrative unit as a source tells of it.
 *
 * @param key what the source calls it, unique through all eras
 * @param code the official code, which is reused
 * @param level {@code ward}, {@code district}, {@code province} or another level of the city
 * @param type the type word, such as {@code Phường}
 * @param name without the type word
 * @param fullName with the type word
 * @param period when the unit was so
 * @param parents keys of the units above, through time
 * @param successors codes of the units that took over at the end of the period
 * @param population inhabitants
 * @param shape the area, in the storage CRS
 */
public record PlaceRow(
        String key,
        String code,
        String level,
        String type,
        String name,
        String fullName,
        Period period,
        List<String> parents,
        List<String> successors,
        @Nullable Integer population,
        @Nullable MultiPolygon shape) {

    public PlaceRow {
        Objects.requireNonNull(period, "period");
        parents = List.copyOf(parents);
        successors = List.copyOf(successors);
    }
}
