package org.diachi.address;

import java.util.Objects;

/**
 * A ward as an address names it.
 *
 * @param code of the ward on the day that was asked for
 * @param fullName its name with the type word
 */
public record WardName(String code, String fullName) {

    public WardName {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(fullName, "fullName");
    }
}
