package org.diachi.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.diachi.change.TimeView;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the day and the instant that callers ask for. Today is a day of the city's time zone. */
@Component
public final class TimeParameters {

    private static final int LAST_YEAR = 9999;

    private final Clock clock;

    TimeParameters(Registry registry) {
        this.clock = Clock.system(registry.profile().timeZone());
    }

    /** The present day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * The state of the register that is asked for.
     *
     * @param asOf the legal day; today if absent
     * @param knownAt the instant of knowledge; now if absent
     * @throws ProblemException if the instant is yet to come, or the day is none of a calendar
     */
    public TimeView view(@Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt) {
        checkDay("asOf", asOf);
        checkDay("knownAt", knownAt == null ? null : knownAt.toLocalDate());
        Instant instant = knownAt == null ? null : knownAt.toInstant();
        if (instant != null && instant.isAfter(clock.instant())) {
            throw ProblemException.badValue(
                    "knownAt",
                    "The parameter \"knownAt\" is \"" + knownAt + "\", which is yet to come. Give a past instant.");
        }
        return new TimeView(asOf == null ? today() : asOf, instant);
    }

    /** Java counts years that no calendar has and no database holds. */
    private static void checkDay(String parameter, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw ProblemException.badValue(
                    parameter,
                    "The parameter \"" + parameter + "\" is in the year " + day.getYear() + ". Give one of 1 to "
                            + LAST_YEAR + ".");
        }
    }
}
