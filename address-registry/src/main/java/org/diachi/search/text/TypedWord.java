package org.diachi.search.text;

import java.util.List;
import java.util.Objects;
import org.diachi.city.Letters;

/**
 * A word of a text, with all that it may stand for.
 *
 * @param forms as typed first, then as decoded from raw keys
 * @param phrases what it may be short for, each of one word or more
 * @param start offset of its first character
 * @param end offset after its last
 * @param gap what stands between it and the word before, without blanks
 */
public record TypedWord(List<Form> forms, List<List<Form>> phrases, int start, int end, String gap) {

    public TypedWord {
        forms = List.copyOf(forms);
        phrases = List.copyOf(phrases);
        Objects.requireNonNull(gap, "gap");
    }

    /** As typed. */
    public Form typed() {
        return forms.get(0);
    }

    /** Whether a digit is in it. */
    public boolean hasDigit() {
        return typed().hasDigit();
    }

    /** Whether a digit comes first. */
    public boolean beginsWithDigit() {
        return Letters.isDigit(typed().fold().charAt(0));
    }
}
