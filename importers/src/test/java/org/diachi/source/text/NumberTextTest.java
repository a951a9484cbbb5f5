package org.diachi.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12       | . | 12
            ' -0.5 ' | . | -0.5
            .5       | . | 0.5
            1e3      | . | 1000
            1,5      | , | 1.5
            1,5      | . |
            1.5      | , |
            1.234,5  | , |
            12a      | . |
            ''       | . |
            NaN      | . |
            """)
    void readsPlainNumbersOnly(String text, char decimalMark, Double expected) {
        assertThat(NumberText.parse(text, decimalMark)).isEqualTo(expected);
    }
}
