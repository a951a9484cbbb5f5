package org.diachi.export.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names that SWMM can read: without blanks, quotes and what begins a comment or a section, at most 31 characters, and
 * different without regard to case.
 */
final class SwmmNames {

    private static final int LONGEST = 31;

    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The name of a thing by its number, always the same. */
    String of(int number, String wanted) {
        return names.computeIfAbsent(number, any -> free(wanted));
    }

    private String free(String wanted) {
        String clean = wanted.replaceAll("[\\s\";\\[\\]]", "_");
        String name = clean.substring(0, Math.min(LONGEST, clean.length()));
        for (int i = 2; !taken.add(name.toUpperCase(Locale.ROOT)); i++) {
            String suffix = "_" + i;
            name = clean.substring(0, Math.min(LONGEST - suffix.length(), clean.length())) + suffix;
        }
        return name;
    }
}
