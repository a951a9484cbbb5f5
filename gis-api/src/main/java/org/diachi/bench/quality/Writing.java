package org.diachi.bench.quality;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;

/** How people write words: without accents, with raw keys of Telex or VNI, with a slip of the pen. */
public final class Writing {

    private static final String KEYBOARD = "qwertyuiop asdfghjkl zxcvbnm";
    private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";
    private static final String TELEX_TONES = "sfrxj";
    private static final char CIRCUMFLEX = '\u0302';
    private static final char BREVE = '\u0306';
    private static final char HORN = '\u031B';
    private static final int SHORTEST_MISTYPED = 4;

    private Writing() {}

    /** Without marks and strokes. */
    public static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** Letter by letter as keys of Telex: the tone at the end of the word. */
    static String telex(String text) {
        return keys(text, true);
    }

    /** Letter by letter as keys of VNI: the tone at the end of the word. */
    static String vni(String text) {
        return keys(text, false);
    }

    private static String keys(String text, boolean isTelex) {
        StringBuilder keys = new StringBuilder();
        char tone = 0;
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int isTone = TONES.indexOf(c);
            if (isTone >= 0) {
                tone = isTelex ? TELEX_TONES.charAt(isTone) : (char) ('1' + isTone);
            } else if (c == CIRCUMFLEX) {
                keys.append(isTelex ? Character.toLowerCase(keys.charAt(keys.length() - 1)) : '6');
            } else if (c == BREVE || c == HORN) {
                keys.append(isTelex ? 'w' : c == BREVE ? '8' : '7');
            } else if (c == 'đ' || c == 'Đ') {
                keys.append(c == 'đ' ? 'd' : 'D').append(isTelex ? 'd' : '9');
            } else {
                if (!Character.isLetter(c) && tone != 0) {
                    keys.append(tone);
                    tone = 0;
                }
                keys.append(c);
            }
        }
        return tone == 0 ? keys.toString() : keys.append(tone).toString();
    }

    /** One slip of the pen in one word that is long enough, or the text as it is if none is. */
    public static String mistyped(String text, Dice dice) {
        String[] words = text.split(" ", -1);
        int[] candidates = IntStream.range(0, words.length)
                .filter(i -> words[i].length() >= SHORTEST_MISTYPED
                        && words[i].chars().allMatch(Character::isLetter))
                .toArray();
        if (candidates.length == 0) {
            return text;
        }
        int chosen = candidates[dice.below(candidates.length)];
        words[chosen] = slip(words[chosen], dice);
        return String.join(" ", words);
    }

    private static String slip(String word, Dice dice) {
        int at = 1 + dice.below(word.length() - 1);
        StringBuilder slipped = new StringBuilder(word);
        switch (dice.below(4)) {
            case 0 -> slipped.deleteCharAt(at);
            case 1 -> slipped.insert(at, neighbour(word.charAt(at), dice));
            case 2 -> slipped.setCharAt(at, neighbour(word.charAt(at), dice));
            default -> {
                slipped.setCharAt(at, word.charAt(at - 1));
                slipped.setCharAt(at - 1, word.charAt(at));
            }
        }
        return slipped.toString().equals(word) ? slip(word, dice) : slipped.toString();
    }

    /** A key beside that of a letter. */
    private static char neighbour(char letter, Dice dice) {
        char plain =
                withoutAccents(String.valueOf(letter)).toLowerCase(Locale.ROOT).charAt(0);
        int key = KEYBOARD.indexOf(plain);
        if (key < 0) {
            return 'e';
        }
        int beside = key + (dice.below(2) == 0 ? 1 : -1);
        boolean isOff = beside < 0 || beside >= KEYBOARD.length() || KEYBOARD.charAt(beside) == ' ';
        return KEYBOARD.charAt(isOff ? 2 * key - beside : beside);
    }
}
