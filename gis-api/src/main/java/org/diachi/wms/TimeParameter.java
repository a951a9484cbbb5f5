package org.diachi.wms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import org.diachi.pack.Days;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** Reads the parameter {@code TIME} (OGC 06-042, annex D): a day, an instant, a month, a year, or a range of them. */
final class TimeParameter {

    private static final int LAST_YEAR = 9999;

    private TimeParameter() {}

    /**
     * The days that are meant.
     *
     * @param zone in which an instant has its day
     * @throws ServiceException if it cannot be read
     */
    static Days read(@Nullable String text, LocalDate today, ZoneId zone) {
        if (text == null || text.equalsIgnoreCase("current") || text.equalsIgnoreCase("now")) {
            return Days.of(today);
        }
        try {
            String[] parts = text.split("/", -1);
            if (parts.length > 3) {
                throw new DateTimeException("More than a range");
            }
            Period first = period(parts[0], zone);
            Period last = parts.length > 1 ? period(parts[1], zone) : first;
            return Days.of(new Period(first.from(), last.to()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ServiceException(
                    "InvalidDimensionValue",
                    "TIME",
                    "The parameter TIME is \"" + Kvp.shorten(text)
                            + "\". Give a day as 2025-07-01, a year as 2030, or two with a slash between.",
                    e);
        }
    }

    private static Period period(String text, ZoneId zone) {
        if (text.matches("\\d{4}")) {
            Year year = Year.parse(text);
            return new Period(year.atDay(1), year.plusYears(1).atDay(1));
        }
        if (text.matches("\\d{4}-\\d{2}")) {
            YearMonth month = YearMonth.parse(text);
            return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        }
        LocalDate day = text.contains("T")
                ? OffsetDateTime.parse(text.replace(' ', '+'))
                        .atZoneSameInstant(zone)
                        .toLocalDate()
                : LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("Not a year from 1 to " + LAST_YEAR);
        }
        return new Period(day, day.plusDays(1));
    }
}
