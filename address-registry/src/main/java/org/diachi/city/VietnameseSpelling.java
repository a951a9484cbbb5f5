package org.diachi.city;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * One spelling for the two ways to place a tone mark (hoá, hóa) and to write a final i (sỹ, sĩ): the tone goes on the
 * last vowel, a y that ends a syllable after a consonant becomes i. For comparing only, not for showing.
 */
final class VietnameseSpelling {

    private static final String VOWELS = "aăâeêioôơuưy";

    /** None, grave, hook above, tilde, acute, dot below. */
    private static final String[] TONES = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};

    private static final int TABLE_SIZE = 0x1F00;

    /** Index into {@link #VOWELS} times the number of tones plus the tone, or -1. */
    private static final short[] VOWEL_AND_TONE = new short[TABLE_SIZE];

    private static final char[] LETTER = new char[VOWELS.length() * TONES.length];

    static {
        Arrays.fill(VOWEL_AND_TONE, (short) -1);
        for (int i = 0; i < LETTER.length; i++) {
            String decomposed = VOWELS.charAt(i / TONES.length) + TONES[i % TONES.length];
            LETTER[i] = Normalizer.normalize(decomposed, Normalizer.Form.NFC).charAt(0);
            VOWEL_AND_TONE[LETTER[i]] = (short) i;
        }
    }

    private VietnameseSpelling() {}

    /** The one spelling of a word in composed lower case. A word with two tones is no syllable and stays as it is. */
    static String of(String word) {
        char[] letters = word.toCharArray();
        int tone = 0;
        int lastVowel = -1;
        for (int i = 0; i < letters.length; i++) {
            int vowelAndTone = letters[i] < TABLE_SIZE ? VOWEL_AND_TONE[letters[i]] : -1;
            if (vowelAndTone >= 0) {
                lastVowel = i;
                int itsTone = vowelAndTone % TONES.length;
                if (itsTone != 0) {
                    if (tone != 0) {
                        return word;
                    }
                    tone = itsTone;
                    letters[i] = VOWELS.charAt(vowelAndTone / TONES.length);
                }
            }
        }
        if (lastVowel < 0) {
            return word;
        }
        writeFinalI(letters);
        letters[lastVowel] = withTone(letters[lastVowel], tone);
        return new String(letters);
    }

    private static void writeFinalI(char[] letters) {
        int last = letters.length - 1;
        if (last < 1 || letters[last] != 'y') {
            return;
        }
        char before = letters[last - 1];
        boolean afterQu = before == 'u' && last > 1 && letters[last - 2] == 'q';
        if (afterQu || (Character.isLetter(before) && VOWELS.indexOf(before) < 0)) {
            letters[last] = 'i';
        }
    }

    private static char withTone(char vowel, int tone) {
        return LETTER[VOWEL_AND_TONE[vowel] + tone];
    }
}
