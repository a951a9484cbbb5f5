package org.diachi.search.text;

import java.util.Arrays;

/**
 * How many letters were mistyped: substitutions, insertions, deletions and swaps of neighbours (Damerau 1964), no letter
 * edited twice (optimal string alignment).
 */
final class EditDistance {

    private EditDistance() {}

    /** The distance, or {@code most + 1} if it is larger than that. */
    static int of(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits = Math.min(edits, beforeLast[j - 2] + 1);
                }
                row[j] = edits;
                least = Math.min(least, edits);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], most + 1);
    }

    /** How many edits a word of that many letters may bear and still be known. */
    static int allowed(int letters) {
        if (letters < 3) {
            return 0;
        }
        return letters < 8 ? 1 : 2;
    }
}
