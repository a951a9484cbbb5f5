package org.diachi.search.text;

import java.text.Normalizer;

/** Letters with the marks that raw keys ask for. */
final class VietnameseKeys {

    static final char CIRCUMFLEX = '\u0302';
    static final char BREVE = '\u0306';
    static final char HORN = '\u031B';

    private static final String VOWELS = "aăâeêioôơuưy";

    private VietnameseKeys() {}

    static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    /** The letter with a mark, or 0 if the language has no such letter. */
    static char marked(char letter, char mark) {
        boolean fits = switch (mark) {
            case CIRCUMFLEX -> "aeo".indexOf(letter) >= 0;
            case BREVE -> letter == 'a';
            case HORN -> "ou".indexOf(letter) >= 0;
            default -> isVowel(letter);
        };
        return fits ? compose(letter, mark) : 0;
    }

    /** Puts the mark on the last vowel before an end that may bear it; false if there is none. */
    static boolean mark(StringBuilder word, char mark) {
        for (int i = word.length() - 1; i >= 0; i--) {
            char letter = marked(word.charAt(i), mark);
            if (letter != 0) {
                word.setCharAt(i, letter);
                boolean isPair = mark == HORN && i > 0 && letter == 'ơ' && word.charAt(i - 1) == 'u';
                if (isPair && i < word.length() - 1) {
                    word.setCharAt(i - 1, 'ư');
                }
                return true;
            }
        }
        return false;
    }

    private static char compose(char letter, char mark) {
        return Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC).charAt(0);
    }
}
