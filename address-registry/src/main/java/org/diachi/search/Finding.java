package org.diachi.search;

import java.util.List;
import java.util.Objects;
import org.diachi.address.AddressObject;
import org.diachi.search.find.Hit;
import org.diachi.search.place.UnitState;
import org.jspecify.annotations.Nullable;

/**
 * A hit with all that an answer shows of it.
 *
 * @param object what was found, if it is an address object
 * @param wards of a street, today's states of the wards it leads through; of a unit, those that took it over
 * @param parent of a unit, what it was part of
 */
public record Finding(
        Hit hit,
        @Nullable AddressObject object,
        List<UnitState> wards,
        @Nullable UnitState parent) {

    public Finding {
        Objects.requireNonNull(hit, "hit");
        wards = List.copyOf(wards);
    }
}
