package org.diachi.address;

import java.util.Objects;
import org.diachi.city.AddressGrammar;
import org.jspecify.annotations.Nullable;

/**
 * An address as it is compared: two spellings of one address have one key.
 *
 * @param street the street, normalised; absent in places without streets
 * @param number the house number, normalised; absent when there is none
 * @param ward id of the place
 */
record AddressKey(
        @Nullable String street,
        @Nullable String number,
        @Nullable Long ward) {

    static AddressKey of(
            @Nullable String houseNumber, @Nullable String street, @Nullable Long ward, AddressGrammar grammar) {
        return new AddressKey(
                street == null ? null : grammar.streetKey(street),
                houseNumber == null ? null : grammar.houseNumberKey(houseNumber),
                ward);
    }

    /** A street alone is no address: only with a number can two be the same. */
    boolean isComparable() {
        return street != null && number != null;
    }

    /** {@code street|number}, the form of {@code part_keys}. */
    String streetAndNumber() {
        return Objects.requireNonNull(street) + "|" + Objects.requireNonNull(number);
    }
}
