package org.diachi.place;

import java.util.Objects;
import org.diachi.value.Period;

/**
 * A unit as named from elsewhere, dated because codes and names are used again.
 *
 * @param id of the place
 * @param fullName with the type word
 * @param valid when it bore this code and name
 */
public record PlaceName(long id, String code, String fullName, Period valid) {

    public PlaceName {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(fullName, "fullName");
        Objects.requireNonNull(valid, "valid");
    }
}
