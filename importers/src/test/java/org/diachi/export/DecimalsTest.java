package org.diachi.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "1.5, 3, 1.5",
        "-0.0004, 3, 0",
        "-0.0006, 3, -0.001",
        "107.57312654, 7, 107.5731265",
        "561000, 3, 561000",
        "0.00000012, 7, 0.0000001"
    })
    void roundsAndDropsZeros(double value, int decimals, String text) {
        assertThat(Decimals.rounded(value, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "-2.5, -2.5", "1821000, 1821000", "0.1, 0.1", "0.3, 0.3"})
    void printsPlainNotation(double value, String text) {
        assertThat(Decimals.exact(value)).isEqualTo(text);
    }

    @Test
    void whatIsPrintedReadsBackAsTheSameNumber() {
        for (double value : new double[] {Math.PI, 1e-12, 1e300, 123456789.123456, -0.1 - 0.2}) {
            assertThat(Double.parseDouble(Decimals.exact(value))).isEqualTo(value);
        }
    }
}
