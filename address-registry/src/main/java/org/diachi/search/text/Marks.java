package org.diachi.search.text;

import java.text.Normalizer;

/** The marks on a letter. */
final class Marks {

    private Marks() {}

    /** Whether a letter has all marks of another one of the same base, and perhaps more. */
    static boolean isWithin(char fewer, char more) {
        String few = Normalizer.normalize(String.valueOf(fewer), Normalizer.Form.NFD);
        String many = Normalizer.normalize(String.valueOf(more), Normalizer.Form.NFD);
        return few.chars().allMatch(mark -> many.indexOf(mark) >= 0);
    }
}
