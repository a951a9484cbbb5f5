package org.diachi.search.place;

import java.time.LocalDate;
import java.util.Objects;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it was through one period.
 *
 * @param unit its id
 * @param name without the type word
 * @param parent id of the unit that it was part of
 * @param changed the last entry of the change log that touched what is told of it
 */
public record UnitState(
        long unit,
        Period valid,
        String code,
        String level,
        String typeWord,
        String name,
        String fullName,
        @Nullable Long parent,
        long changed) {

    public UnitState {
        Objects.requireNonNull(valid, "valid");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(typeWord, "typeWord");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fullName, "fullName");
    }

    /** Whether it is over on a day. */
    public boolean isFormer(LocalDate day) {
        LocalDate end = valid.to();
        return end != null && !end.isAfter(day);
    }
}
