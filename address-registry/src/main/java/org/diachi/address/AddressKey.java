package org.diachi.address;

import java.util.List;
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

    static AddressKey of(AddressContent content, AddressGrammar grammar) {
        return of(content.houseNumber(), content.street(), content.ward(), grammar);
    }

    static AddressKey of(
            @Nullable String houseNumber, @Nullable String street, @Nullable Long ward, AddressGrammar grammar) {
        return new AddressKey(
                street == null ? null : grammar.streetKey(street),
                houseNumber == null ? null : grammar.houseNumberKey(houseNumber),
                ward);
    }

    /** Keys of the entrances that have an address of their own, each once, as stored in {@code part_keys}. */
    static List<String> ofParts(AddressContent content, AddressGrammar grammar) {
        if (content.parts().isEmpty()) {
            return List.of();
        }
        return content.parts().stream()
                .map(part -> of(part.houseNumber(), part.street(), content.ward(), grammar))
                .filter(AddressKey::isComparable)
                .map(AddressKey::streetAndNumber)
                .distinct()
                .toList();
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
