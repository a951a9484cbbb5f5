package org.diachi.pack;

import java.time.LocalDate;
import org.diachi.value.Period;

/**
 * The days that are shown: of a feature that has several states on them the last.
 *
 * @param first as days since 1970
 * @param end the day after the last
 */
public record Days(int first, int end) {

    public Days {
        if (first >= end) {
            throw new IllegalArgumentException("No day between " + first + " and " + end);
        }
    }

    /** One day. */
    public static Days of(LocalDate day) {
        int number = (int) day.toEpochDay();
        return new Days(number, number + 1);
    }

    /** The days of a period; without end, for ever. */
    public static Days of(Period period) {
        LocalDate end = period.to();
        return new Days(
                (int) Math.max(Integer.MIN_VALUE, period.from().toEpochDay()),
                end == null ? Integer.MAX_VALUE : (int) end.toEpochDay());
    }

    /** Whether it is more than one day. */
    boolean isLong() {
        return end - (long) first > 1;
    }

    boolean meet(int firstDay, int endDay) {
        return firstDay < end && endDay > first;
    }
}
