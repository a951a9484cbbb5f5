package org.diachi.place;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A dated link from one unit to another that came before or after it.
 *
 * @param place the other unit
 * @param kind {@code reform}, {@code merge}, {@code split}, {@code rename} or {@code correction}
 * @param effective the day of the succession
 */
public record PlaceLink(PlaceName place, String kind, LocalDate effective) {

    public PlaceLink {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(effective, "effective");
    }
}
