package org.diachi.value;

import java.util.Optional;
import java.util.Set;

/**
 * Reads codes as people give them: case, spaces, dots and hyphens do not matter; I and L are read as 1, O as 0, Đ as D;
 * a whole URL is accepted. Thread-safe, without regular expressions.
 */
public final class CodeReader {

    /** A text longer than this is no code and no URL of ours. */
    private static final int MAX_LENGTH = 2000;

    private CodeReader() {}

    /** What a text turned out to be. */
    public sealed interface Result permits Valid, Mistyped, NotACode {

        /** The code, if the text is one with a right check character. */
        default Optional<Code> findCode() {
            return Optional.empty();
        }

        /** The codes that may have been meant, if the text is a mistyped code; else none. */
        default Set<Code> candidates() {
            return Set.of();
        }
    }

    /**
     * A code whose check character is right.
     *
     * @param code the code
     */
    public record Valid(Code code) implements Result {
        @Override
        public Optional<Code> findCode() {
            return Optional.of(code);
        }
    }

    /**
     * Characters of the alphabet that are no code: eight with a wrong check character, or one too few or too many.
     *
     * @param characters the seven to nine characters in upper case, without separators
     */
    public record Mistyped(String characters) implements Result {
        @Override
        public Set<Code> candidates() {
            return CodeNeighbours.of(characters);
        }
    }

    /** Anything else. */
    public record NotACode() implements Result {}

    private static final Result NOT_A_CODE = new NotACode();

    /** Reads a code, or the code in a URL. Never throws: what cannot be read is {@link NotACode}. */
    public static Result read(String text) {
        if (text.length() > MAX_LENGTH) {
            return NOT_A_CODE;
        }
        return text.indexOf('/') < 0 ? readCharacters(text, 0, text.length()) : readUrl(text);
    }

    /** The last path segment that is a valid code; failing that, the last that looks like a mistyped one. */
    private static Result readUrl(String url) {
        int scheme = url.indexOf("://");
        int start = scheme < 0 ? 0 : Math.max(url.indexOf('/', scheme + 3), 0);
        int end = endOfPath(url);
        Result best = NOT_A_CODE;
        while (end > start) {
            int slash = url.lastIndexOf('/', end - 1);
            Result segment = readCharacters(url, Math.max(slash + 1, start), end);
            if (segment instanceof Valid) {
                return segment;
            }
            if (best instanceof NotACode) {
                best = segment;
            }
            end = slash;
        }
        return best;
    }

    private static int endOfPath(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static Result readCharacters(String text, int from, int to) {
        long packed = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isSeparator(c)) {
                continue;
            }
            int value = CodeAlphabet.forgivingValue(c);
            if (value < 0 || count > CodeAlphabet.LENGTH) {
                return NOT_A_CODE;
            }
            packed = packed << 5 | value;
            count++;
        }
        if (count == CodeAlphabet.LENGTH && CodeAlphabet.syndrome(packed) == 0) {
            return new Valid(Code.of(packed >>> 5));
        }
        return count < CodeAlphabet.LENGTH - 1 ? NOT_A_CODE : new Mistyped(unpack(packed, count));
    }

    private static boolean isSeparator(char c) {
        boolean dash = c == '-' || c == '_' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
        return dash || c == '.' || c == '\u00B7' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String unpack(long packed, int count) {
        StringBuilder characters = new StringBuilder(count);
        for (int shift = 5 * (count - 1); shift >= 0; shift -= 5) {
            characters.append((char) CodeAlphabet.symbol((int) (packed >>> shift) & (CodeAlphabet.SIZE - 1)));
        }
        return characters.toString();
    }
}
