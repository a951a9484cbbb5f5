package org.diachi.value;

import java.util.Arrays;

/**
 * The 32 symbols of an address code and the arithmetic of its check character.
 *
 * <p>The alphabet is Douglas Crockford's base 32 (<a href="https://www.crockford.com/base32.html">crockford.com</a>).
 * The check is a weighted sum over GF(32) with the primitive polynomial x⁵+x²+1 and the generator g = 2: with c₇…c₁ the
 * payload and c₀ the check, Σ gⁱ·cᵢ = 0. Method: H. P. Gumm, A new class of check-digit methods for arbitrary number
 * systems, IEEE Transactions on Information Theory 31 (1985).
 */
final class CodeAlphabet {

    /** Number of payload characters. */
    static final int PAYLOAD_LENGTH = 7;

    /** Number of characters with the check, without the hyphen. */
    static final int LENGTH = PAYLOAD_LENGTH + 1;

    /** Number of symbols. */
    static final int SIZE = 32;

    private static final byte[] SYMBOLS = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N',
        'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'
    };

    /** x⁵+x²+1, bit i standing for xⁱ. */
    private static final int POLYNOMIAL = 0b100101;

    private static final byte[] STRICT = new byte[128];
    private static final byte[] FORGIVING = new byte[128];

    static {
        Arrays.fill(STRICT, (byte) -1);
        for (int value = 0; value < SIZE; value++) {
            STRICT[SYMBOLS[value]] = (byte) value;
        }
        System.arraycopy(STRICT, 0, FORGIVING, 0, STRICT.length);
        for (char c = 'A'; c <= 'Z'; c++) {
            FORGIVING[Character.toLowerCase(c)] = STRICT[c];
        }
        for (char one : new char[] {'I', 'i', 'L', 'l'}) {
            FORGIVING[one] = 1;
        }
        FORGIVING['O'] = 0;
        FORGIVING['o'] = 0;
    }

    private CodeAlphabet() {}

    /** The symbol of a value from 0 to 31. */
    static byte symbol(int value) {
        return SYMBOLS[value];
    }

    /** The value of an upper-case symbol of the alphabet, or -1. */
    static int strictValue(char c) {
        return c < STRICT.length ? STRICT[c] : -1;
    }

    /** The value of a character as people write it (any case, I and L for 1, O for 0, Đ for D), or -1. */
    static int forgivingValue(char c) {
        if (c < FORGIVING.length) {
            return FORGIVING[c];
        }
        // Both the Vietnamese letter and its look-alike Eth, which old keyboards produce.
        boolean stroke = c == '\u0110' || c == '\u0111' || c == '\u00D0' || c == '\u00F0';
        return stroke ? STRICT['D'] : -1;
    }

    /** a·g in GF(32). */
    static int timesG(int a) {
        int shifted = a << 1;
        return (shifted & SIZE) == 0 ? shifted : shifted ^ POLYNOMIAL;
    }

    /** a/g in GF(32). */
    static int dividedByG(int a) {
        return ((a & 1) == 0 ? a : a ^ POLYNOMIAL) >> 1;
    }

    /** The check character's value for a payload of 35 bits. */
    static int check(long payload) {
        int sum = 0;
        for (int shift = 5 * (PAYLOAD_LENGTH - 1); shift >= 0; shift -= 5) {
            sum = timesG(sum ^ (int) (payload >>> shift) & (SIZE - 1));
        }
        return sum;
    }

    /**
     * Σ gⁱ·cᵢ over the eight characters packed into 40 bits, five bits each, check last: 0 for a valid code.
     */
    static int syndrome(long characters) {
        return check(characters >>> 5) ^ (int) (characters & (SIZE - 1));
    }

    /** The characters' values packed five bits each, first character highest; -1 if one is not a strict symbol. */
    static long pack(String characters) {
        long packed = 0;
        for (int i = 0; i < characters.length(); i++) {
            int value = strictValue(characters.charAt(i));
            if (value < 0) {
                return -1;
            }
            packed = packed << 5 | value;
        }
        return packed;
    }
}
