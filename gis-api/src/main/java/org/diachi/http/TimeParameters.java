package org.diachi.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.diachi.change.TimeView;
import org.diachi.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the day and the instant that callers ask for. Today is a day of the service's time zone. */
@Component
public final class TimeParameters {

    private final Clock clock = Clock.systemDefaultZone();

    /** The present day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The state of the register that is asked for.
     *
     * @param asOf the legal day; today if absent
     * @param knownAt the instant of knowledge; now if absent
     * @throws ProblemException if the instant is yet to come
     */
    public TimeView view(@Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt) {
        Instant instant = knownAt == null ? null : knownAt.toInstant();
        if (instant != null && instant.isAfter(clock.instant())) {
            throw ProblemException.badValue(
                    "knownAt",
                    "The parameter \"knownAt\" is \"" + knownAt + "\", which is yet to come. Give a past instant.");
        }
        return new TimeView(asOf == null ? today() : asOf, instant);
    }
}
