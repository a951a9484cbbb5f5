package org.diachi.city;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Letters of any script in one form: composed, lower case, without look-alikes; and letters without their marks. */
public final class Letters {

    /** Latin with all its Vietnamese letters lies below. */
    private static final int LATIN_END = 0x1F00;

    private static final char[] WITHOUT_MARKS = withoutMarks();

    private Letters() {}

    private static char[] withoutMarks() {
        char[] table = new char[LATIN_END];
        for (char c = 0; c < LATIN_END; c++) {
            table[c] =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        }
        // Strokes are part of these letters, not marks on them.
        table['đ'] = 'd';
        table['ð'] = 'd';
        table['ø'] = 'o';
        table['ł'] = 'l';
        table['ı'] = 'i';
        return table;
    }

    /** NFC, lower case, Eth (an old look-alike) as đ. */
    public static String normalise(String text) {
        String composed = needsComposing(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
        return composed.toLowerCase(Locale.ROOT).replace('ð', 'đ');
    }

    private static boolean needsComposing(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0x300 && c < 0x370) || c >= LATIN_END) {
                return true;
            }
        }
        return false;
    }

    /** Latin letters without marks and strokes; the rest as it is. Expects the normalised form. */
    public static String fold(String normalised) {
        StringBuilder folded = new StringBuilder(normalised.length());
        for (int i = 0; i < normalised.length(); i++) {
            char c = normalised.charAt(i);
            folded.append(c < LATIN_END ? WITHOUT_MARKS[c] : c);
        }
        return folded.toString();
    }

    /** The runs of letters, digits and marks of a normalised text. */
    static List<String> words(String normalised) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= normalised.length(); i++) {
            boolean inWord = i < normalised.length() && isWordPart(normalised.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(normalised.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Whether it is one of 0 to 9. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it is a letter, a digit or a mark on one. */
    public static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c);
    }
}
