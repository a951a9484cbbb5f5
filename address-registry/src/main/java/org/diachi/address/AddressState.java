package org.diachi.address;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state that the register believes of an object, of any legal period.
 *
 * @param object as it was in that period; its ward has no name here, since names of wards have periods of their own
 * @param ward id of the place
 */
public record AddressState(AddressObject object, @Nullable Long ward) {

    public AddressState {
        Objects.requireNonNull(object, "object");
    }
}
