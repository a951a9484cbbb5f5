package org.diachi.value;

import java.nio.charset.StandardCharsets;

/**
 * The permanent code of an address object, written {@code XXXX-XXXX}: seven characters of payload and one check
 * character (see {@link CodeAlphabet}). Nothing is encoded inside: no ward, no kind, no position. A code is never
 * reused.
 *
 * @param payload the number behind the code, from 0 up to but not including {@link #PAYLOADS}
 */
public record Code(long payload) implements Comparable<Code> {

    /** How many codes there are: 2³⁵. */
    public static final long PAYLOADS = 1L << 35;

    private static final int PRINTED_LENGTH = CodeAlphabet.LENGTH + 1;
    private static final int HYPHEN_AT = 4;

    /**
     * Checks the payload.
     *
     * @throws IllegalArgumentException if the payload is outside its range
     */
    public Code {
        if (payload < 0 || payload >= PAYLOADS) {
            throw new IllegalArgumentException(
                    "The payload of a code is from 0 to " + (PAYLOADS - 1) + ", not " + payload);
        }
    }

    /**
     * The code of a payload.
     *
     * @throws IllegalArgumentException if the payload is outside its range
     */
    public static Code of(long payload) {
        return new Code(payload);
    }

    /**
     * Reads the canonical form only: {@code XXXX-XXXX} in upper case with a right check character. What people type is
     * for {@link CodeReader}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Code parse(String text) {
        long characters = text.length() == PRINTED_LENGTH && text.charAt(HYPHEN_AT) == '-' ? pack(text) : -1;
        if (characters < 0) {
            throw new IllegalArgumentException("Not a code of the form XXXX-XXXX: '" + text + "'");
        }
        if (CodeAlphabet.syndrome(characters) != 0) {
            throw new IllegalArgumentException("The check character of the code '" + text + "' is wrong");
        }
        return new Code(characters >>> 5);
    }

    private static long pack(String text) {
        long packed = 0;
        for (int i = 0; i < PRINTED_LENGTH; i++) {
            if (i != HYPHEN_AT) {
                int value = CodeAlphabet.strictValue(text.charAt(i));
                if (value < 0) {
                    return -1;
                }
                packed = packed << 5 | value;
            }
        }
        return packed;
    }

    /** By payload, which is also the alphabetical order of the printed codes. */
    @Override
    public int compareTo(Code other) {
        return Long.compare(payload, other.payload);
    }

    /** The canonical form, {@code XXXX-XXXX}. */
    @Override
    public String toString() {
        byte[] printed = new byte[PRINTED_LENGTH];
        printed[PRINTED_LENGTH - 1] = CodeAlphabet.symbol(CodeAlphabet.check(payload));
        long rest = payload;
        for (int i = PRINTED_LENGTH - 2; i >= 0; i--) {
            if (i == HYPHEN_AT) {
                printed[i] = '-';
            } else {
                printed[i] = CodeAlphabet.symbol((int) rest & (CodeAlphabet.SIZE - 1));
                rest >>>= 5;
            }
        }
        return new String(printed, StandardCharsets.ISO_8859_1);
    }
}
