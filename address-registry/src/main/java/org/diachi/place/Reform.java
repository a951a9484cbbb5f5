package org.diachi.place;

import java.util.List;
import java.util.Objects;

/**
 * A reform of administrative units: which units begin, and which give way to which.
 *
 * @param level of all units, such as {@code ward}
 * @param units that begin with the reform; their period begins on its effective day
 * @param steps which unit is succeeded by which; several steps from one code split the unit
 */
public record Reform(String level, List<PlaceRow> units, List<Step> steps) {

    /**
     * One succession.
     *
     * @param from code of a unit that is in force until the reform
     * @param to code of a unit that is in force from the reform on: one that begins with it, or one that stays
     */
    public record Step(String from, String to) {

        public Step {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** A unit of the register that gives way to another. */
    public record Move(long from, long to) {}

    public Reform {
        Objects.requireNonNull(level, "level");
        units = List.copyOf(units);
        steps = List.copyOf(steps);
    }
}
