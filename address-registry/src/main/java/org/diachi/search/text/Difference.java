package org.diachi.search.text;

import java.util.EnumSet;
import java.util.Set;

/** What may be otherwise in what was typed than in the register. */
public enum Difference {
    /** Nothing. */
    NONE("nothing"),
    /** Marks on letters. */
    MARKS("accents differ"),
    /** One letter or two. */
    TYPO("misspelt"),
    /** The last word is only begun. */
    UNFINISHED("only begun"),
    /** Blanks between words. */
    SPACING("words run together or torn apart"),
    /** Words in another order. */
    ORDER("words in another order"),
    /** A word of the name is not there. */
    MISSING("words are missing");

    private final String sentence;

    Difference(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }

    /** The differences of both, without that of nothing. */
    static Set<Difference> union(Set<Difference> some, Difference more) {
        if (more == NONE || some.contains(more)) {
            return some;
        }
        Set<Difference> all = some.isEmpty() ? EnumSet.noneOf(Difference.class) : EnumSet.copyOf(some);
        all.add(more);
        return all;
    }
}
