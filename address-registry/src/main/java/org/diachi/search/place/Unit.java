package org.diachi.search.place;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit with all its states.
 *
 * @param states in the order of their days
 * @param successors ids of the units that took it over
 * @param box west, south, east and north in metres of the storage CRS; absent if its outline is not known
 * @param centre easting and northing of a point inside
 */
public record Unit(
        long id, List<UnitState> states, List<Long> successors, double @Nullable [] box, double @Nullable [] centre) {

    public Unit {
        states = List.copyOf(states);
        successors = List.copyOf(successors);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("Unit " + id + " has no state");
        }
    }

    /** Its state on a day, or the nearest before, or else the first. */
    public UnitState on(LocalDate day) {
        UnitState best = states.get(0);
        for (UnitState state : states) {
            if (!state.valid().from().isAfter(day)) {
                best = state;
            }
        }
        return best;
    }
}
