package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeNeighboursTest {

    private final Random random = new Random(7);

    @Test
    void haveTheTrueCodeAmongThemAfterAnySubstitution() {
        String right = "7K3Q9MXP";
        for (int at = 0; at < right.length(); at++) {
            for (int value = 0; value < CodeAlphabet.SIZE; value++) {
                StringBuilder wrong = new StringBuilder(right);
                wrong.setCharAt(at, (char) CodeAlphabet.symbol(value));
                if (!wrong.toString().equals(right)) {
                    assertThat(CodeNeighbours.of(wrong.toString())).contains(Code.parse("7K3Q-9MXP"));
                }
            }
        }
    }

    @Test
    void haveTheTrueCodeAmongThemAfterSwapLossAndDoubling() {
        Code right = Code.parse("7K3Q-9MXP");
        assertThat(CodeNeighbours.of("K73Q9MXP")).contains(right);
        assertThat(CodeNeighbours.of("7K3Q9MPX")).contains(right);
        assertThat(CodeNeighbours.of("7K3Q9MP")).contains(right);
        assertThat(CodeNeighbours.of("7K3QQ9MXP")).contains(right);
    }

    @Test
    void areEightPointTwoOnAverage() {
        int texts = 200_000;
        long neighbours = 0;
        for (int i = 0; i < texts; i++) {
            neighbours += CodeNeighbours.of(mistyped()).size();
        }
        assertThat((double) neighbours / texts).isCloseTo(8.2, within(0.05));
    }

    @Test
    void areAllValidAndOneErrorAway() {
        for (int i = 0; i < 1000; i++) {
            String text = mistyped();
            Set<Code> neighbours = CodeNeighbours.of(text);
            assertThat(neighbours).allSatisfy(code -> {
                String other = code.toString().replace("-", "");
                long different = IntStream.range(0, 8)
                        .filter(at -> text.charAt(at) != other.charAt(at))
                        .count();
                assertThat(different).isBetween(1L, 2L);
            });
        }
    }

    @Test
    void ofValidCodesAndOtherTextsAreNone() {
        assertThat(CodeNeighbours.of("7K3Q9MXP")).isEmpty();
        assertThat(CodeNeighbours.of("7K3Q")).isEmpty();
        assertThat(CodeNeighbours.of("7k3q9mxq")).isEmpty();
        assertThat(CodeNeighbours.of("")).isEmpty();
    }

    private String mistyped() {
        Code code = Code.of(random.nextLong() & (Code.PAYLOADS - 1));
        String printed = code.toString().replace("-", "");
        int at = random.nextInt(8);
        int value = CodeAlphabet.strictValue(printed.charAt(at));
        int other = (value + 1 + random.nextInt(31)) % 32;
        return printed.substring(0, at) + (char) CodeAlphabet.symbol(other) + printed.substring(at + 1);
    }
}
