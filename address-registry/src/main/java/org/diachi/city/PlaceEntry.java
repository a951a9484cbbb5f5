package org.diachi.city;

import java.util.List;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * One administrative unit in one era, as the profile's table of places lists it. A name or a code may belong to several
 * units over time; the id belongs to one.
 *
 * @param id unique in the profile
 * @param code the statistics code, which a later unit may have taken over
 * @param level {@code ward}, {@code district} or {@code province}
 * @param type the type word, for example {@code Phường}
 * @param name the name without the type word
 * @param fullName the name with the type word
 * @param period when the unit was so; from {@link Period#BEGINNING} where the table gives no day
 * @param parents ids of the units above, oldest first; each counts while both are in force
 * @param successors ids of the units that took over at the end of the period
 * @param population inhabitants, or null if the table does not say
 */
public record PlaceEntry(
        String id,
        String code,
        String level,
        String type,
        String name,
        String fullName,
        Period period,
        List<String> parents,
        List<String> successors,
        @Nullable Integer population) {

    /** Copies the lists. */
    public PlaceEntry {
        parents = List.copyOf(parents);
        successors = List.copyOf(successors);
    }
}
