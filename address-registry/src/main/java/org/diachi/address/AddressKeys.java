package org.diachi.address;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.city.AddressGrammar;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of addresses for one batch, each street and number once: a batch has few of them, and to normalise one
 * costs more than all else about a row.
 */
final class AddressKeys {

    private final AddressGrammar grammar;
    private final Map<String, String> streets = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    AddressKeys(AddressGrammar grammar) {
        this.grammar = grammar;
    }

    AddressGrammar grammar() {
        return grammar;
    }

    AddressKey of(AddressContent content) {
        return of(content.houseNumber(), content.street(), content.ward());
    }

    private AddressKey of(@Nullable String houseNumber, @Nullable String street, @Nullable Long ward) {
        return new AddressKey(
                street == null ? null : streets.computeIfAbsent(street, grammar::streetKey),
                houseNumber == null ? null : numbers.computeIfAbsent(houseNumber, grammar::houseNumberKey),
                ward);
    }

    /** Keys of the entrances that have an address of their own, each once, as stored in {@code part_keys}. */
    List<String> ofParts(AddressContent content) {
        if (content.parts().isEmpty()) {
            return List.of();
        }
        return content.parts().stream()
                .map(part -> of(part.houseNumber(), part.street(), content.ward()))
                .filter(AddressKey::isComparable)
                .map(AddressKey::streetAndNumber)
                .distinct()
                .toList();
    }
}
