package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0000-0000",
        "1, 0000-0012",
        "34359738367, ZZZZ-ZZZC",
        "8157636253, 7K3Q-9MXP",
        "1144132939, 1234-5ABK"
    })
    void printsTheGoldenCodes(long payload, String printed) {
        assertThat(Code.of(payload)).hasToString(printed);
        assertThat(Code.parse(printed)).isEqualTo(Code.of(payload));
    }

    @Test
    void parsingIsTheInverseOfPrinting() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            Code code = Code.of(random.nextLong() & (Code.PAYLOADS - 1));
            assertThat(Code.parse(code.toString())).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7K3Q9MXP", "7k3q-9mxp", "7K3Q-9MXQ", "7K3Q-9MX", "7K3Q-9MXP ", "7K3Q 9MXP", "OOOO-OOOO", "-"
            })
    void parsesTheCanonicalFormOnly(String text) {
        assertThatThrownBy(() -> Code.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Code.PAYLOADS})
    void refusesPayloadsOutsideTheRange(long payload) {
        assertThatThrownBy(() -> Code.of(payload)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsLikeTheirPrintedForm() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            Code a = Code.of(random.nextLong() & (Code.PAYLOADS - 1));
            Code b = Code.of(random.nextLong() & (Code.PAYLOADS - 1));
            assertThat(Integer.signum(a.compareTo(b)))
                    .isEqualTo(Integer.signum(a.toString().compareTo(b.toString())));
        }
    }
}
