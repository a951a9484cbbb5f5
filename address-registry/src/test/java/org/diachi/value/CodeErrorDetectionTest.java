package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The check character catches every error of five classes. The check is linear, so whether an error is caught depends on
 * its positions and symbols only; the tests go through all of them, on codes with random other characters.
 */
class CodeErrorDetectionTest {

    private static final int LENGTH = CodeAlphabet.LENGTH;
    private static final int SIZE = CodeAlphabet.SIZE;

    private final Random random = new Random(42);
    private int errors;

    @BeforeEach
    void countFromZero() {
        errors = 0;
    }

    @Test
    void catchesEverySubstitution() {
        for (int at = 0; at < LENGTH; at++) {
            for (int a = 0; a < SIZE; a++) {
                for (int b = 0; b < SIZE; b++) {
                    if (a != b) {
                        assertCaught(at, new int[] {a}, new int[] {b});
                    }
                }
            }
        }
        assertThat(errors).isEqualTo(8 * 32 * 31);
    }

    @Test
    void catchesEveryAdjacentSwap() {
        for (int at = 0; at < LENGTH - 1; at++) {
            for (int a = 0; a < SIZE; a++) {
                for (int b = 0; b < SIZE; b++) {
                    if (a != b) {
                        assertCaught(at, new int[] {a, b}, new int[] {b, a});
                    }
                }
            }
        }
        assertThat(errors).isEqualTo(7 * 32 * 31);
    }

    @Test
    void catchesEveryJumpSwap() {
        forAllTriples((at, a, b, c) -> assertCaught(at, new int[] {a, c, b}, new int[] {b, c, a}));
        assertThat(errors).isEqualTo(6 * 32 * 31 * 32);
    }

    @Test
    void catchesEveryTwinError() {
        for (int at = 0; at < LENGTH - 1; at++) {
            for (int a = 0; a < SIZE; a++) {
                for (int b = 0; b < SIZE; b++) {
                    if (a != b) {
                        assertCaught(at, new int[] {a, a}, new int[] {b, b});
                    }
                }
            }
        }
        assertThat(errors).isEqualTo(7 * 32 * 31);
    }

    @Test
    void catchesEveryJumpTwin() {
        forAllTriples((at, a, b, c) -> assertCaught(at, new int[] {a, c, a}, new int[] {b, c, b}));
        assertThat(errors).isEqualTo(6 * 32 * 31 * 32);
    }

    private interface Triple {
        void accept(int at, int a, int b, int c);
    }

    private static void forAllTriples(Triple triple) {
        for (int at = 0; at < LENGTH - 2; at++) {
            for (int a = 0; a < SIZE; a++) {
                for (int b = 0; b < SIZE; b++) {
                    for (int c = 0; a != b && c < SIZE; c++) {
                        triple.accept(at, a, b, c);
                    }
                }
            }
        }
    }

    /** Puts the right symbols into a valid code at a place, replaces them by the wrong ones, and reads the result. */
    private void assertCaught(int at, int[] right, int[] wrong) {
        StringBuilder code = validCodeWith(at, right);
        assertThat(CodeReader.read(code.toString())).isInstanceOf(CodeReader.Valid.class);
        put(code, at, wrong);
        assertThat(CodeReader.read(code.toString())).isInstanceOf(CodeReader.Mistyped.class);
        errors++;
    }

    private StringBuilder validCodeWith(int at, int[] symbols) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append((char) CodeAlphabet.symbol(random.nextInt(SIZE)));
        }
        put(code, at, symbols);
        // One character elsewhere is set so that the check is right.
        int free = at > 0 ? 0 : LENGTH - 1;
        for (int value = 0; CodeAlphabet.syndrome(CodeAlphabet.pack(code.toString())) != 0; value++) {
            code.setCharAt(free, (char) CodeAlphabet.symbol(value));
        }
        return code;
    }

    private static void put(StringBuilder code, int at, int[] symbols) {
        for (int i = 0; i < symbols.length; i++) {
            code.setCharAt(at + i, (char) CodeAlphabet.symbol(symbols[i]));
        }
    }
}
