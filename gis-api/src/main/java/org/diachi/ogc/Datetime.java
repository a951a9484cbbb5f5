package org.diachi.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.diachi.http.problem.ProblemException;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** Reads the parameter {@code datetime} (OGC API Features, part 1, 7.15.4), to the day. */
final class Datetime {

    private static final String HINT =
            "Give a day as 2025-07-01, an instant as 2025-07-01T00:00:00Z, or two with a slash between; .. is open";
    private static final int DAY_LENGTH = 10;
    private static final int LAST_YEAR = 9999;

    private Datetime() {}

    /**
     * The days that are meant.
     *
     * @param today what is meant if nothing was told
     */
    static Period read(@Nullable String text, LocalDate today) {
        if (text == null) {
            return only(today);
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return only(day(text, text));
        }
        LocalDate from = bound(text.substring(0, slash), text);
        LocalDate to = bound(text.substring(slash + 1), text);
        if (from != null && to != null && to.isBefore(from)) {
            throw refusal(text, "ends before it begins");
        }
        return new Period(from == null ? Period.BEGINNING : from, to == null ? null : to.plusDays(1));
    }

    /** The one day that is meant. */
    static Period readDay(@Nullable String text, LocalDate today) {
        if (text != null && text.indexOf('/') >= 0) {
            throw refusal(text, "is an interval, but one feature is shown in one state");
        }
        return read(text, today);
    }

    /**
     * The day that is meant where it may be told as {@code asOf} too.
     *
     * @throws ProblemException if both are told
     */
    static LocalDate today(@Nullable String text, @Nullable LocalDate asOf, LocalDate today) {
        if (text != null && asOf != null) {
            throw ProblemException.badValue("asOf", "Both datetime and asOf are told. Tell one of them.");
        }
        return asOf == null ? today : asOf;
    }

    private static Period only(LocalDate day) {
        return new Period(day, day.plusDays(1));
    }

    private static @Nullable LocalDate bound(String bound, String text) {
        return bound.isEmpty() || bound.equals("..") ? null : day(bound, text);
    }

    private static LocalDate day(String day, String text) {
        try {
            // A plus sign that was not percent-encoded has become a space.
            LocalDate read = day.length() > DAY_LENGTH
                    ? OffsetDateTime.parse(day.replace(' ', '+')).toLocalDate()
                    : LocalDate.parse(day);
            if (read.getYear() >= 1 && read.getYear() <= LAST_YEAR) {
                return read;
            }
        } catch (DateTimeException e) {
            throw refusal(text, "cannot be read");
        }
        throw refusal(text, "is beyond the years 1 to " + LAST_YEAR);
    }

    private static ProblemException refusal(String text, String why) {
        return ProblemException.badValue(
                "datetime", "The parameter \"datetime\" is \"" + text + "\", which " + why + ". " + HINT + ".");
    }
}
