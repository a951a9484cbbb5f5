package org.diachi.search.text;

import java.util.Optional;

/** The VNI way to type: digits after letters stand for marks, {@code hue65} for huệ. */
final class Vni {

    /** Acute, grave, hook above, tilde, dot below: keys 1 to 5. */
    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";

    private Vni() {}

    /** The word, if every digit in it has a letter to change. */
    static Optional<String> decode(String word) {
        StringBuilder decoded = new StringBuilder(word.length());
        char tone = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < '0' || c > '9') {
                decoded.append(c);
            } else if (c >= '1' && c <= '5' && tone == 0 && hasVowel(decoded)) {
                tone = TONES.charAt(c - '1');
            } else if (!change(decoded, c)) {
                return Optional.empty();
            }
        }
        if (tone != 0 && !VietnameseKeys.mark(decoded, tone)) {
            return Optional.empty();
        }
        return TypingRule.changed(word, decoded);
    }

    private static boolean hasVowel(StringBuilder word) {
        return word.chars().anyMatch(letter -> VietnameseKeys.isVowel((char) letter));
    }

    private static boolean change(StringBuilder word, char key) {
        return switch (key) {
            case '6' -> VietnameseKeys.mark(word, VietnameseKeys.CIRCUMFLEX);
            case '7' -> VietnameseKeys.mark(word, VietnameseKeys.HORN);
            case '8' -> VietnameseKeys.mark(word, VietnameseKeys.BREVE);
            case '9' -> stroke(word);
            default -> false;
        };
    }

    private static boolean stroke(StringBuilder word) {
        int d = word.lastIndexOf("d");
        if (d >= 0) {
            word.setCharAt(d, 'đ');
        }
        return d >= 0;
    }
}
