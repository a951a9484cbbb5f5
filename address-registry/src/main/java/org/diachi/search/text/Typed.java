package org.diachi.search.text;

import java.util.List;
import java.util.Objects;

/**
 * A text as it was read.
 *
 * @param text composed, without characters that nobody sees
 * @param words of the text, at most {@link #MOST_WORDS}
 * @param isOpen whether more letters of the last word may follow
 * @param isCut whether there were more words than that
 */
public record Typed(String text, List<TypedWord> words, boolean isOpen, boolean isCut) {

    /** Addresses have fewer words; a set of words fits into one {@code long}. */
    public static final int MOST_WORDS = 40;

    public Typed {
        Objects.requireNonNull(text, "text");
        words = List.copyOf(words);
    }

    /** How many words there are. */
    public int size() {
        return words.size();
    }

    /** A word. */
    public TypedWord word(int i) {
        return words.get(i);
    }

    /** The set of the words from one to before another. */
    public static long span(int from, int to) {
        return to - from <= 0 ? 0 : (-1L >>> (Long.SIZE - (to - from))) << from;
    }

    /** The set of all words. */
    public long all() {
        return span(0, size());
    }

    /** Whether the word may be unfinished. */
    public boolean isOpen(int i) {
        return isOpen && i == size() - 1;
    }
}
