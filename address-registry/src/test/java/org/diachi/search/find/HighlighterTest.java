package org.diachi.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.diachi.city.CityProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlighterTest {

    private static final Highlighter HIGHLIGHTER =
            new Highlighter(CityProfile.read(Path.of("..", "data", "hue")).grammar());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Phú      | Xã Phú Lộc, Thành phố Huế | Xã <mark>Phú</mark> Lộc, Thành phố Huế",
                "le lo    | 12 Lê Lợi                 | 12 <mark>Lê</mark> <mark>Lợi</mark>",
                "ngueyn h | Nguyễn Huệ                | <mark>Nguyễn</mark> <mark>Huệ</mark>",
                "a&b      | A <& B                    | <mark>A</mark> &lt;&amp; <mark>B</mark>"
            })
    void marksWhatWasTypedOrNearly(String typed, String line, String marked) {
        assertThat(HIGHLIGHTER.of(typed).mark(line)).isEqualTo(marked);
    }
}
