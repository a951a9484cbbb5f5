package org.diachi.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as they are written into answers. */
class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "107.573126541234, 8, 107.57312654",
        "-0.00000001, 8, -0.00000001",
        "-0.000000001, 8, 0",
        "0.5, 3, 0.5",
        "561000.0004, 3, 561000",
        "561000.0005, 3, 561000.001",
        "-1821000.25, 3, -1821000.25",
        "12345678.9, 8, 12345678.9",
        "1.05, 8, 1.05"
    })
    void numbersAreRoundedWithoutTrailingZeros(double number, int decimals, String text) {
        assertThat(new Decimals(decimals).text(number)).isEqualTo(text);
    }
}
