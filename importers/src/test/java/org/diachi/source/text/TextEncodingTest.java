package org.diachi.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "65001, UTF-8",
        "1258, windows-1258",
        "ANSI 1252, windows-1252",
        "OEM 437, IBM437",
        "cp936, GBK",
        "abc, TCVN3",
        "viscii, VISCII",
        "ISO-8859-1, ISO-8859-1",
        "88591, ISO-8859-1"
    })
    void knowsTheNamesFilesUse(String name, String charset) {
        assertThat(TextEncoding.charset(name).name()).isEqualTo(charset);
    }

    @Test
    void listsTheChoicesForAnUnknownName() {
        assertThatThrownBy(() -> TextEncoding.charset("klingon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("klingon")
                .hasMessageContaining("TCVN3");
    }

    @Test
    void theLastLetterSurvivesWindows1258() {
        byte[] bytes = "Ph\u01B0\u01A1\u0300ng".getBytes(TextEncoding.charset("1258"));
        assertThat(Nfc.of(new String(bytes, TextEncoding.charset("1258")))).isEqualTo("Phường");
    }

    @Test
    void findsTheFirstByteThatIsNotUtf8AcrossBuffers() throws IOException {
        byte[] bytes = new byte[200_000];
        Arrays.fill(bytes, (byte) 'a');
        bytes[65_535] = (byte) 0xC4;
        bytes[65_536] = (byte) 0x91;
        assertThat(TextEncoding.firstMalformed(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                .isEqualTo(-1);
        bytes[150_000] = (byte) 0xE9;
        assertThat(TextEncoding.firstMalformed(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
                .isEqualTo(150_000);
    }
}
