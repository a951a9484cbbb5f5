package org.diachi.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one scheme, in the order of its table.
 *
 * @param scheme the scheme's name, for example {@code vn-land-law}
 * @param entries the codes
 */
public record CodeList(String scheme, List<Entry> entries) {

    /**
     * One code.
     *
     * @param code as data carry it
     * @param names by language tag
     * @param colour {@code #RRGGBB}, or null where no source gives one
     * @param inForce false for codes that only older data carry
     */
    public record Entry(
            String code,
            Map<String, String> names,
            @Nullable String colour,
            boolean inForce) {

        /** Copies the names. */
        public Entry {
            names = Map.copyOf(names);
        }
    }

    /** Copies the entries. */
    public CodeList {
        entries = List.copyOf(entries);
    }

    /** The entry of a code. */
    public Optional<Entry> findEntry(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
