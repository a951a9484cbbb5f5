package org.diachi.value;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The codes that are one typing error away from a text. A mistyped code of eight characters has 8.2 of them on average:
 * at each position exactly one symbol mends the check, and each of the seven adjacent swaps mends it with a chance of
 * 1/32.
 */
public final class CodeNeighbours {

    private CodeNeighbours() {}

    /**
     * The valid codes reached by one substitution or one adjacent swap from eight characters, by one insertion from
     * seven, by one deletion from nine; substitutions first. None for a valid code or any other text.
     *
     * @param characters upper-case characters of the alphabet without separators
     * @return at most 256 codes
     */
    public static Set<Code> of(String characters) {
        long packed = CodeAlphabet.pack(characters);
        if (packed < 0) {
            return Set.of();
        }
        Set<Code> found = new LinkedHashSet<>();
        if (characters.length() == CodeAlphabet.LENGTH) {
            addSubstitutions(packed, found);
            addSwaps(packed, found);
        } else if (characters.length() == CodeAlphabet.LENGTH - 1) {
            addInsertions(packed, found);
        } else if (characters.length() == CodeAlphabet.LENGTH + 1) {
            addDeletions(packed, found);
        }
        return Collections.unmodifiableSet(found);
    }

    /** A change d of the character of weight gⁱ changes the sum by gⁱ·d, so the one that mends it is sum/gⁱ. */
    private static void addSubstitutions(long packed, Set<Code> found) {
        int change = CodeAlphabet.syndrome(packed);
        if (change == 0) {
            return;
        }
        for (int position = 0; position < CodeAlphabet.LENGTH; position++) {
            found.add(Code.of((packed ^ (long) change << 5 * position) >>> 5));
            change = CodeAlphabet.dividedByG(change);
        }
    }

    private static void addSwaps(long packed, Set<Code> found) {
        for (int position = 0; position < CodeAlphabet.LENGTH - 1; position++) {
            long difference = (packed >>> 5 * position ^ packed >>> 5 * (position + 1)) & (CodeAlphabet.SIZE - 1);
            if (difference != 0) {
                addIfValid(packed ^ difference << 5 * position ^ difference << 5 * (position + 1), found);
            }
        }
    }

    private static void addInsertions(long packed, Set<Code> found) {
        for (int position = 0; position < CodeAlphabet.LENGTH; position++) {
            long low = packed & ((1L << 5 * position) - 1);
            long high = packed >>> 5 * position << 5 * (position + 1);
            for (long value = 0; value < CodeAlphabet.SIZE; value++) {
                addIfValid(high | value << 5 * position | low, found);
            }
        }
    }

    private static void addDeletions(long packed, Set<Code> found) {
        for (int position = 0; position <= CodeAlphabet.LENGTH; position++) {
            long low = packed & ((1L << 5 * position) - 1);
            addIfValid(packed >>> 5 * (position + 1) << 5 * position | low, found);
        }
    }

    private static void addIfValid(long packed, Set<Code> found) {
        if (CodeAlphabet.syndrome(packed) == 0) {
            found.add(Code.of(packed >>> 5));
        }
    }
}
