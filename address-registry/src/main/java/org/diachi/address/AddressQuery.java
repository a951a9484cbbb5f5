package org.diachi.address;

import java.util.List;
import java.util.Objects;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Conditions on address objects, all of which must hold. What is absent or empty is no condition.
 *
 * @param area in the storage CRS; objects any part of which lies in it
 * @param near objects any part of which is so near
 * @param wards ids of places
 * @param street as people write it
 * @param number as people write it, of the object or of an entrance
 * @param after the code after which to go on
 */
public record AddressQuery(
        @Nullable Geometry area,
        @Nullable Near near,
        @Nullable List<Long> wards,
        @Nullable String street,
        @Nullable String number,
        List<AddressKind> kinds,
        List<AddressStatus> statuses,
        @Nullable ExternalId externalId,
        @Nullable String name,
        @Nullable Code after) {

    /** No condition at all. */
    public static final AddressQuery ALL =
            new AddressQuery(null, null, null, null, null, List.of(), List.of(), null, null, null);

    /**
     * A circle.
     *
     * @param centre in the storage CRS
     * @param metres its radius
     */
    public record Near(Geometry centre, double metres) {

        public Near {
            Objects.requireNonNull(centre, "centre");
            if (!(metres >= 0)) {
                throw new IllegalArgumentException("A radius is a number of metres, not " + metres);
            }
        }
    }

    public AddressQuery {
        wards = wards == null ? null : List.copyOf(wards);
        kinds = List.copyOf(kinds);
        statuses = List.copyOf(statuses);
    }

    /** The same conditions on the codes after one. */
    public AddressQuery after(@Nullable Code code) {
        return new AddressQuery(area, near, wards, street, number, kinds, statuses, externalId, name, code);
    }
}
