package org.diachi.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address pattern such as <code>{number} {street}, {ward}, {city}</code>; missing parts leave no trace. */
final class AddressFormat {

    /** What may stand in braces, in the order of the values given to {@link #format}. */
    private static final List<String> SLOTS = List.of("{number}", "{street}", "{ward}", "{city}");

    private final List<List<Integer>> groups;

    /**
     * Reads the pattern.
     *
     * @throws IllegalArgumentException if it has anything but slots, blanks and commas
     */
    AddressFormat(String pattern) {
        List<List<Integer>> read = new ArrayList<>();
        for (String group : pattern.split(",", -1)) {
            List<Integer> slots = new ArrayList<>();
            for (String slot : group.strip().split(" ", -1)) {
                if (!SLOTS.contains(slot)) {
                    throw new IllegalArgumentException("'" + slot + "' is not one of " + String.join(" ", SLOTS));
                }
                slots.add(SLOTS.indexOf(slot));
            }
            read.add(List.copyOf(slots));
        }
        groups = List.copyOf(read);
    }

    /** The address of number, street, ward and city, in this order. */
    String format(@Nullable String... values) {
        StringBuilder address = new StringBuilder();
        for (List<Integer> group : groups) {
            String separator = address.length() == 0 ? "" : ", ";
            for (int slot : group) {
                String value = values[slot];
                if (value != null && !value.isBlank()) {
                    address.append(separator).append(value.strip());
                    separator = " ";
                }
            }
        }
        return address.toString();
    }
}
