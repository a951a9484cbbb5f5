package org.diachi.value;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of days: the first belongs to it, the end does not.
 *
 * @param from the first day; {@link #BEGINNING} where nobody recorded it
 * @param to the day after the last, or null while it is open
 */
public record Period(LocalDate from, @Nullable LocalDate to) {

    /** Stands for a beginning that nobody recorded; every database can hold it. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the period ends before or on its first day
     */
    public Period {
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("A period ends after its first day: " + from + " to " + to);
        }
    }

    /** From a day onwards, without an end. */
    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    /** Whether the day belongs to the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether the two periods share a day. */
    public boolean overlaps(Period other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }

    /** Whether there is no other day in it than the first. */
    public boolean isOneDay() {
        return to != null && to.equals(from.plusDays(1));
    }

    /** Whether the period has no end. */
    public boolean isOpen() {
        return to == null;
    }
}
