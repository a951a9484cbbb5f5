package org.diachi.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which state of the register is asked for, on both time axes.
 *
 * @param asOf the day whose legal state is meant
 * @param knownAt the instant whose knowledge is meant; absent for what is known now
 */
public record TimeView(LocalDate asOf, @Nullable Instant knownAt) {

    public TimeView {
        Objects.requireNonNull(asOf, "asOf");
    }

    /** What is known now of a day. */
    public static TimeView of(LocalDate asOf) {
        return new TimeView(asOf, null);
    }
}
