package org.diachi.wms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads the dimension {@code knownAt}: the instant whose knowledge of the register is shown. It may be called as OGC has it of
 * dimensions that are neither time nor elevation (OGC 06-042, C.3.1), or as all other services here have it.
 */
final class KnownParameter {

    /** What the dimension is called in capabilities. */
    static final String DIMENSION = "knownAt";

    private static final String BY_STANDARD = "DIM_KNOWNAT";
    private static final String SHORT = "KNOWNAT";

    private static final int LAST_YEAR = 9999;

    private KnownParameter() {}

    /**
     * The instant that is meant; of a day its end. Empty for what is known now.
     *
     * @param zone in which a day ends
     * @throws ServiceException if it cannot be read
     */
    static Optional<Instant> read(Kvp kvp, ZoneId zone) {
        String name = kvp.find(BY_STANDARD).isPresent() ? BY_STANDARD : SHORT;
        return kvp.find(name)
                .filter(text -> !text.equalsIgnoreCase("current") && !text.equalsIgnoreCase("now"))
                .map(text -> instant(name, text, zone));
    }

    private static Instant instant(String name, String text, ZoneId zone) {
        try {
            OffsetDateTime instant = text.contains("T")
                    ? OffsetDateTime.parse(text.replace(' ', '+'))
                    : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toOffsetDateTime();
            if (instant.getYear() < 1 || instant.getYear() > LAST_YEAR) {
                throw new DateTimeException("Not a year from 1 to " + LAST_YEAR);
            }
            return instant.toInstant();
        } catch (DateTimeException e) {
            throw new ServiceException(
                    "InvalidDimensionValue",
                    name,
                    "The parameter " + name + " is \"" + Kvp.shorten(text)
                            + "\". Give an instant as 2025-07-01T12:00:00Z, or a day as 2025-07-01, whose end is meant.",
                    e);
        }
    }
}
