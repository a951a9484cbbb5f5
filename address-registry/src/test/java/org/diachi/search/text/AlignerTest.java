package org.diachi.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.diachi.city.AddressGrammar;
import org.diachi.city.CityProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignerTest {

    private static final AddressGrammar HUE =
            CityProfile.read(Path.of("..", "data", "hue")).grammar();

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Huệ,        Nguyễn Huệ, NONE,       1.0",
        "nguyen hue,        Nguyễn Huệ, NONE,       1.0",
        "NGUYỄN HUỆ,        Nguyễn Huệ, NONE,       1.0",
        "Huệ Nguyễn,        Nguyễn Huệ, ORDER,      1.0",
        "Nguyên Huệ,        Nguyễn Huệ, MARKS,      1.0",
        "Nguyển Huệ,        Nguyễn Huệ, MARKS,      1.0",
        "nguyne hue,        Nguyễn Huệ, TYPO,       1.0",
        "nguyenhue,         Nguyễn Huệ, SPACING,    1.0",
        "ngu yen hue,       Nguyễn Huệ, SPACING,    1.0",
        "Nguyễn H,          Nguyễn Huệ, UNFINISHED, 1.0",
        "Nguyễn,            Nguyễn Huệ, UNFINISHED, 0.8",
        "Huệ,               Nguyễn Huệ, MISSING,    0.5",
        "Hoá,               Hóa,        NONE,       1.0",
        "Sỹ,                Sĩ,         NONE,       1.0",
        "đương,             đường,      MARKS,      1.0",
        "Lê Lợi,            Nguyễn Huệ, ,           0.0",
    })
    void findsNamesInTexts(String text, String name, Difference difference, double covered) {
        Typed typed = new TextReader(HUE).read(text, true);
        Alignment found = new Aligner(typed, word -> 1).align(Form.listOf(HUE.nameKey(name)), 0);
        assertThat(found.covered()).isEqualTo(covered);
        if (difference != null) {
            assertThat(found.differences()).isEqualTo(difference == Difference.NONE ? Set.of() : Set.of(difference));
        }
    }
}
