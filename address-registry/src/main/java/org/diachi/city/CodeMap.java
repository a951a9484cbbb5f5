package org.diachi.city;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of one scheme are called in another, with a flag where something is lost on the way.
 *
 * @param from the scheme that codes come from
 * @param to the scheme that they go to
 * @param entries a code may stand on either side more than once
 */
public record CodeMap(String from, String to, List<Entry> entries) {

    /**
     * A code and what it becomes.
     *
     * @param from the code in the one scheme
     * @param to the code in the other
     * @param isLossy whether the two do not mean quite the same
     * @param note what is lost
     */
    public record Entry(
            String from,
            String to,
            boolean isLossy,
            @Nullable String note) {

        public Entry {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** Copies the entries. */
    public CodeMap {
        entries = List.copyOf(entries);
    }

    /** What a code becomes; several if it was split up, none if nobody knows. */
    public List<Entry> listTo(String code) {
        return entries.stream().filter(entry -> entry.from().equals(code)).toList();
    }

    /** What became a code. */
    public List<Entry> listFrom(String code) {
        return entries.stream().filter(entry -> entry.to().equals(code)).toList();
    }
}
