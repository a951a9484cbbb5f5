package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePermutationTest {

    private final CodePermutation permutation = new CodePermutation(key("a key for tests only"));

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void givesTenMillionDistinctPayloads() {
        long[] payloads = new long[10_000_000];
        Arrays.setAll(payloads, permutation::permute);
        Arrays.sort(payloads);
        int repeated = 0;
        for (int i = 1; i < payloads.length; i++) {
            repeated += payloads[i] == payloads[i - 1] ? 1 : 0;
        }
        assertThat(repeated).isZero();
    }

    @Test
    void canBeInvertedEverywhere() {
        Random random = new Random(3);
        assertThat(permutation.invert(permutation.permute(0))).isZero();
        assertThat(permutation.invert(permutation.permute(Code.PAYLOADS - 1))).isEqualTo(Code.PAYLOADS - 1);
        for (int i = 0; i < 100_000; i++) {
            long n = random.nextLong() & (Code.PAYLOADS - 1);
            assertThat(permutation.invert(permutation.permute(n))).isEqualTo(n);
            assertThat(permutation.permute(permutation.invert(n))).isEqualTo(n);
        }
    }

    /** The order is part of every registry's data: if this fails, existing registries would issue codes twice. */
    @Test
    void keepsItsOrderForEver() {
        assertThat(Code.of(permutation.permute(0))).hasToString("VQD4-JE26");
        assertThat(Code.of(permutation.permute(1))).hasToString("B447-C2P0");
        assertThat(Code.of(permutation.permute(25_000_000))).hasToString("SHP4-2HBZ");
    }

    @Test
    void changesAboutHalfOfTheBitsBetweenNeighbours() {
        long bits = 0;
        int pairs = 10_000;
        for (long n = 0; n < pairs; n++) {
            bits += Long.bitCount(permutation.permute(n) ^ permutation.permute(n + 1));
        }
        assertThat((double) bits / pairs).isBetween(17.3, 17.7);
    }

    @Test
    void dependsOnTheKey() {
        CodePermutation other = new CodePermutation(key("another key for tests"));
        assertThat(other.permute(1)).isNotEqualTo(permutation.permute(1));
    }

    @Test
    void refusesShortKeysAndNumbersOutsideTheRange() {
        assertThatThrownBy(() -> new CodePermutation(new byte[15])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.permute(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> permutation.invert(Code.PAYLOADS)).isInstanceOf(IllegalArgumentException.class);
    }
}
