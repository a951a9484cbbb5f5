package org.diachi.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K3Q-9MXP",
                "7k3q9mxp",
                " 7k3q 9mxp ",
                "7K.3Q.9M.XP",
                "7K3Q\u20139MXP",
                "7K3Q\u00A09MXP",
                "https://diachi.example/7K3Q-9MXP",
                "HTTPS://DIACHI.EXAMPLE/7K3Q-9MXP",
                "http://localhost:8080/api/v1/addresses/7k3q9mxp?crs=EPSG:9214#top",
                "https://diachi.example/7K3Q-9MXP/",
                "https://diachi.example/api/v1/addresses/7K3Q-9MXP/history",
                "diachi.example/7K3Q-9MXP"
            })
    void readsWhatPeopleGive(String text) {
        assertThat(CodeReader.read(text)).isEqualTo(new CodeReader.Valid(Code.parse("7K3Q-9MXP")));
    }

    @ParameterizedTest
    @CsvSource({
        "OOOO-OOI2, 0000-0012",
        "oooo-ool2, 0000-0012",
        "l234-5abk, 1234-5ABK",
    })
    void readsLookAlikes(String text, String code) {
        assertThat(CodeReader.read(text).findCode()).contains(Code.parse(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đ", "đ", "\u00D0", "\u00F0"})
    void readsTheVietnameseLetterAsD(String letter) {
        Code code = Code.of(Code.parse("1234-5ABK").payload() & ~31L | 13);
        String text = code.toString().replace("D", letter);
        assertThat(text).contains(letter);
        assertThat(CodeReader.read(text).findCode()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"7K3Q-9MXQ, 7K3Q9MXQ", "7k3q9mx, 7K3Q9MX", "7K3Q-9MXPP, 7K3Q9MXPP"})
    void tellsMistypedFromForeign(String text, String characters) {
        assertThat(CodeReader.read(text)).isEqualTo(new CodeReader.Mistyped(characters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "Lê Lợi", "12/34 Lê Lợi", "7K3Q", "UUUU-UUUU", "7K3Q-9MXP-7K3Q", "7K3Q-9M*P", "/", "://"
            })
    void refusesTheRest(String text) {
        assertThat(CodeReader.read(text)).isEqualTo(new CodeReader.NotACode());
    }

    @Test
    void offersCandidatesForMistypedCodesOnly() {
        assertThat(CodeReader.read("7K3Q-9MXQ").candidates()).contains(Code.parse("7K3Q-9MXP"));
        assertThat(CodeReader.read("7K3Q-9MXP").candidates()).isEmpty();
        assertThat(CodeReader.read("Lê Lợi").candidates()).isEmpty();
    }

    @Test
    void doesNotReadVeryLongTexts() {
        assertThat(CodeReader.read(" ".repeat(5000) + "7K3Q-9MXP")).isEqualTo(new CodeReader.NotACode());
    }
}
