package org.diachi.search.reverse;

import java.util.Objects;
import org.diachi.address.AddressObject;

/**
 * An object near a place.
 *
 * @param metres on the ellipsoid to its nearest part; 0 if it contains the place
 * @param bearing of that part from the place, in degrees clockwise from north; 0 if it contains the place
 * @param isContaining whether the place lies in its outline
 */
public record Nearby(AddressObject object, double metres, double bearing, boolean isContaining) {

    public Nearby {
        Objects.requireNonNull(object, "object");
    }
}
