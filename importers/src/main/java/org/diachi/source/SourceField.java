package org.diachi.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column of a file.
 *
 * @param name unique within its file, never empty
 * @param type of all its values
 */
public record SourceField(String name, FieldType type) {

    /**
     * Makes names usable: an empty one becomes {@code column} and its 1-based position, a repeated one (letter case
     * apart) gets {@code _2}, {@code _3} and so on.
     */
    public static List<String> uniqueNames(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> unique = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).isEmpty() ? "column" + (i + 1) : names.get(i);
            String candidate = name;
            for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
                candidate = name + "_" + n;
            }
            unique.add(candidate);
        }
        return unique;
    }
}
