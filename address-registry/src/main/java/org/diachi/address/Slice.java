package org.diachi.address;

import java.time.LocalDate;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/**
 * One state of an object over a period of legal time.
 *
 * @param storedVersion the version that stored exactly this slice; absent while it is not stored
 */
record Slice(Period valid, AddressContent content, @Nullable Integer storedVersion) {

    static Slice fresh(Period valid, AddressContent content) {
        return new Slice(valid, content, null);
    }

    LocalDate from() {
        return valid.from();
    }

    boolean startsBefore(LocalDate day) {
        return valid.from().isBefore(day);
    }

    boolean lastsAfter(LocalDate day) {
        return valid.to() == null || valid.to().isAfter(day);
    }
}
