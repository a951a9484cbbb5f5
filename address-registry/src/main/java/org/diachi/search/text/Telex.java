package org.diachi.search.text;

import java.util.Optional;

/** The Telex way to type: letters stand for marks, {@code hueej} for huệ, {@code dduwowngf} for đường. */
final class Telex {

    private static final String TONE_KEYS = "sfrxj";
    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

    private Telex() {}

    /** The word with its marks, if any key in it asks for one. */
    static Optional<String> decode(String word) {
        StringBuilder decoded = new StringBuilder(word.length());
        char tone = 0;
        boolean hasVowel = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int key = TONE_KEYS.indexOf(c);
            if (key >= 0 && hasVowel && tone == 0) {
                tone = TONES.charAt(key);
            } else if (!isMark(decoded, c, hasVowel, i == word.length() - 1)) {
                decoded.append(c);
                hasVowel |= VietnameseKeys.isVowel(c);
            } else {
                hasVowel |= c == 'w';
            }
        }
        if (tone != 0) {
            VietnameseKeys.mark(decoded, tone);
        }
        return TypingRule.changed(word, decoded);
    }

    /** Takes a key that marks a letter before it, rather than being one. */
    private static boolean isMark(StringBuilder word, char key, boolean hasVowel, boolean isLast) {
        return switch (key) {
            case 'w' -> horn(word, hasVowel);
            case 'd' -> stroke(word, isLast);
            case 'a', 'e', 'o' -> circumflex(word, key, isLast);
            default -> false;
        };
    }

    private static boolean horn(StringBuilder word, boolean hasVowel) {
        if (!hasVowel) {
            word.append('ư');
            return true;
        }
        if (word.indexOf("uo") >= 0) {
            int pair = word.indexOf("uo");
            word.setCharAt(pair, 'ư');
            word.setCharAt(pair + 1, 'ơ');
            return true;
        }
        return VietnameseKeys.mark(word, VietnameseKeys.HORN) || VietnameseKeys.mark(word, VietnameseKeys.BREVE);
    }

    /** The second d of {@code dd}, or one after a word that begins with d. */
    private static boolean stroke(StringBuilder word, boolean isLast) {
        boolean isDouble = word.length() == 1 && word.charAt(0) == 'd';
        boolean isBehind = isLast && word.length() > 1 && word.charAt(0) == 'd';
        if (isDouble || isBehind) {
            word.setCharAt(0, 'đ');
        }
        return isDouble || isBehind;
    }

    /** The same vowel again, at once or at the end of the word. */
    private static boolean circumflex(StringBuilder word, char vowel, boolean isLast) {
        int before = word.lastIndexOf(String.valueOf(vowel));
        boolean isNext = before >= 0 && before == word.length() - 1;
        boolean isBehind = before >= 0 && isLast && !VietnameseKeys.isVowel(word.charAt(word.length() - 1));
        if (isNext || isBehind) {
            word.setCharAt(before, VietnameseKeys.marked(vowel, VietnameseKeys.CIRCUMFLEX));
        }
        return isNext || isBehind;
    }
}
