package org.diachi.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.stream.Collectors;
import org.diachi.city.AddressGrammar;
import org.diachi.city.CityProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

    private static final AddressGrammar HUE =
            CityProfile.read(Path.of("..", "data", "hue")).grammar();

    private static Typed read(String text) {
        return new TextReader(HUE).read(text, true);
    }

    private static String words(String text) {
        return read(text).words().stream().map(word -> word.typed().key()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Lê Lợi            | 12 lê lơị",
                "P4,Q8                | p 4 q 8",
                "p.Phú Lợi            | p phú lơị",
                "T.P. Huế             | tp huế",
                "12Lợi                | 12 lơị",
                "12A L1004A 40bis     | 12a l1004a 40bis",
                "Hue65                | hue65",
                "QL1A                 | ql 1a",
                "\u202E12\u202C Lê     | 12 lê",
                "a\u0000b              | a b",
            })
    void readsWords(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
        assertThat(words(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "hueej, huệ",
        "Nguyeen, nguyên",
        "Nguyeenx, nguyễn",
        "dduwowngf, đường",
        "duongwfd, đường",
        "Hue65, huệ",
        "Nguye6n, nguyên",
        "D9u7o7ng2, đường",
        "truwowngf, trường",
        "hoaf, hoà",
        "thuws, thứ",
    })
    void understandsRawKeys(String typed, String meant) {
        assertThat(read(typed).word(0).forms()).extracting(Form::key).contains(HUE.wordKey(meant));
    }

    @ParameterizedTest
    @CsvSource({"L1004A", "B12", "P4", "hanh", "long"})
    void leavesWhatIsNoRawKeysAlone(String typed) {
        assertThat(read(typed).word(0).forms()).hasSize(1);
    }

    @Test
    void knowsWhatMayStillBeTyped() {
        assertThat(read("12 le l").isOpen(2)).isTrue();
        assertThat(read("12 le l ").isOpen(2)).isFalse();
        assertThat(read("12 le l").isOpen(1)).isFalse();
    }

    @Test
    void boundsTheNumberOfWords() {
        Typed text = read("a ".repeat(100));
        assertThat(text.size()).isEqualTo(Typed.MOST_WORDS);
        assertThat(text.isCut()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Lê Lợi                                 | 12",
                "1806/127/2/6/15/48/2A Huỳnh Tấn Phát      | 1806/127/2/6/15/48/2a",
                "34 kiệt 12 Lê Lợi                         | 12/34",
                "số 34, kiệt 12, đường Lê Lợi              | 12/34",
                "số 5 ngách 3 ngõ 2 phố Huế                | 2/3/5",
                "Lê Lợi, số nhà 12                         | 12",
                "73B/563B bis Lê Lợi                       | 73b/563bbis",
                "54-55 Lê Lợi                              | 54-55",
                "1099-A Lê Lợi                             | 1099a",
                "L1004A Lê Lợi                             | l1004a",
                "kiệt 12 Lê Lợi                            | 12/",
                "kiệt 3 Lê Lợi, số 12                      | 3/12",
                "12 / 34 Lê Lợi                            | 12/34",
                "Lê Lợi                                    | ",
            })
    void findsHouseNumbers(String text, String key) {
        assertThat(new NumberReader(HUE)
                        .read(read(text)).stream()
                                .findFirst()
                                .map(NumberRun::key)
                                .orElse(null))
                .isEqualTo(key);
    }

    @Test
    void tellsEveryReadingOfANumber() {
        assertThat(new NumberReader(HUE).read(read("1099 A Lê Lợi")))
                .extracting(NumberRun::key)
                .containsExactly("1099a", "1099");
    }
}
