package org.diachi.search.index;

import java.util.Objects;
import org.diachi.value.AddressStatus;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways in which an object is addressed.
 *
 * @param origin what says so
 * @param from first day, counted from 1970-01-01
 * @param to the day after the last; {@link Long#MAX_VALUE} while it is open
 * @param numberKey the house number as compared
 * @param streetKey the street as compared
 * @param nameKey the name as compared
 * @param ward id of the unit
 */
public record AddressForm(
        Origin origin,
        long from,
        long to,
        AddressStatus status,
        @Nullable String number,
        @Nullable String numberKey,
        @Nullable String street,
        @Nullable String streetKey,
        @Nullable String name,
        @Nullable String nameKey,
        @Nullable Long ward) {

    /** What says that an object is addressed so. */
    public enum Origin {
        /** The object itself, in one of its states. */
        STATE,
        /** An entrance of it. */
        ENTRANCE,
        /** The object in which it is. */
        HOST
    }

    public AddressForm {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(status, "status");
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(long day) {
        return from <= day && day < to;
    }

    /** Whether it is over on a day. */
    public boolean isFormer(long day) {
        return to <= day;
    }

    /** The same from one day until before another. */
    AddressForm during(long first, long end) {
        return new AddressForm(origin, first, end, status, number, numberKey, street, streetKey, name, nameKey, ward);
    }
}
