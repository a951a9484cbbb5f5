package org.diachi.search.text;

import java.util.ArrayList;
import java.util.List;
import org.diachi.city.Letters;

/**
 * A word as it is compared: in the one spelling of the city with its marks, and without them. Two forms of one key are
 * equal. What comparisons ask for again and again is kept. Immutable.
 */
public final class Form {

    private static final int LETTERS_OF_A_SET = 32;

    private final String key;
    private final String fold;
    private final boolean hasDigit;
    private final int letters;

    private Form(String key, String fold) {
        this.key = key;
        this.fold = fold;
        boolean digit = false;
        int set = 0;
        for (int i = 0; i < fold.length(); i++) {
            digit |= Letters.isDigit(fold.charAt(i));
            set |= 1 << fold.charAt(i) % LETTERS_OF_A_SET;
        }
        this.hasDigit = digit;
        this.letters = set;
    }

    /** The form of a word whose key is known. */
    public static Form of(String key) {
        return new Form(key, Letters.fold(key));
    }

    /** The forms of the words of a key. */
    public static List<Form> listOf(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        List<Form> forms = new ArrayList<>();
        int start = 0;
        for (int end = key.indexOf(' '); end >= 0; end = key.indexOf(' ', start)) {
            forms.add(of(key.substring(start, end)));
            start = end + 1;
        }
        forms.add(of(key.substring(start)));
        return forms;
    }

    /** In the one spelling of the city, with its marks. */
    public String key() {
        return key;
    }

    /** Without marks. */
    public String fold() {
        return fold;
    }

    /** Whether any letter has a mark. */
    public boolean isMarked() {
        return !key.equals(fold);
    }

    boolean hasDigit() {
        return hasDigit;
    }

    /** A bound on how near two words can be: each edit changes two letters of their sets at most. */
    int leastEdits(Form other) {
        int lengths = Math.abs(fold.length() - other.fold.length());
        return Math.max(lengths, (Integer.bitCount(letters ^ other.letters) + 1) / 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Form form && form.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
