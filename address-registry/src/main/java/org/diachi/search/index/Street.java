package org.diachi.search.index;

import java.util.List;
import java.util.Objects;
import org.diachi.city.Letters;

/**
 * A street through all its wards, or several of one name.
 *
 * @param key as streets are compared
 * @param fold the same without marks
 * @param parts the street in each of its wards
 * @param addresses how many there are on it now
 */
public record Street(String key, String fold, List<StreetCard> parts, int addresses) {

    public Street {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(fold, "fold");
        parts = List.copyOf(parts);
    }

    static Street of(String key, List<StreetCard> parts) {
        int addresses = parts.stream().mapToInt(StreetCard::addresses).sum();
        return new Street(key, Letters.fold(key), parts, addresses);
    }
}
