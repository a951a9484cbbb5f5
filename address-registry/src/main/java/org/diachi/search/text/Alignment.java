package org.diachi.search.text;

import java.util.Set;

/**
 * Which words of a text are those of a name, and how well.
 *
 * @param words the set of the words of the text that the name explains
 * @param quality of these words together: 1 for each that is the same
 * @param covered how much of the name is there, 0 to 1, rare words counting more
 * @param differences what differs
 */
public record Alignment(long words, double quality, double covered, Set<Difference> differences) {

    /** Nothing of the name is there. */
    public static final Alignment NONE = new Alignment(0, 0, 0, Set.of());

    public Alignment {
        differences = Set.copyOf(differences);
    }

    /** How like its words are on average. */
    public double likeness() {
        return words == 0 ? 0 : quality / Long.bitCount(words);
    }

    /** How well it fits on the whole. */
    public double fit() {
        return covered * likeness();
    }

    /** Whether every word of the name is there. */
    public boolean isWhole() {
        return covered > 1 - 1e-9;
    }
}
