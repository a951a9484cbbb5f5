package org.diachi.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGrammarTest {

    private static final AddressGrammar HUE = grammar("hue");
    private static final AddressGrammar HANOI = grammar("hanoi");
    private static final AddressGrammar GENEVA = grammar("geneva");
    private static final AddressGrammar CAMBRIDGE = grammar("cambridge");

    private static AddressGrammar grammar(String city) {
        return CityProfile.read(Path.of("../data", city)).grammar();
    }

    @ParameterizedTest
    @CsvSource({
        "Hoá Châu, Hóa Châu",
        "Thuỷ Xuân, Thủy Xuân",
        "Vỹ Dạ, Vĩ Dạ",
        "Bùi Thị Xuân, bùi  thị xuân",
        "Nguyễn Văn Sỹ, Nguyễn Văn Sĩ",
        "Lý Thường Kiệt, Lí Thường Kiệt",
        "Quý, Quí",
        "Đắk Lắk, Đăk Lắk",
        "Đak Lắk, Đắk Lắk",
        "Khoẻ, Khỏe",
        "\u00D0ống \u00D0a, Đống Đa",
        "Chân Mây - Lăng Cô, Chân Mây Lăng Cô",
    })
    void takesSpellingsOfOneNameAsOne(String one, String other) {
        assertThat(HUE.nameKey(one)).isEqualTo(HUE.nameKey(other));
        assertThat(HUE.nameKey(Normalizer.normalize(one, Normalizer.Form.NFD))).isEqualTo(HUE.nameKey(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Đường, Dương",
        "Thuận Hóa, Thuận Hòa",
        "A Lưới 1, A Lưới 2",
        "Thủy, Thúy",
        "Thủy, Thửy",
        "Ba Tô, Ba Tơ",
        "Thúy, Thúi",
        "Lê Lợi, Lê Lai",
    })
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(HUE.nameKey(one)).isNotEqualTo(HUE.nameKey(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Thuận Hoá, thuan hoa",
        "Đường Đống Đa, duong dong da",
        "Vỹ Dạ, vi da",
        "Chân Mây - Lăng Cô, chan may lang co",
        "Genève, geneve",
    })
    void foldsDiacritics(String name, String folded) {
        assertThat(HUE.foldKey(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "Đường Lê Lợi, Lê Lợi",
        "đ. Lê Lợi, Lê Lợi",
        "Đ.Lê Lợi, Lê Lợi",
        "LÊ LỢI, Lê Lợi",
        "QL1A, Quốc lộ 1A",
        "QL. 1A, Quốc lộ 1A",
        "QL 1A, Đường Quốc Lộ 1A",
        "đường 30/4, Đường 30-4",
        "ĐL Hùng Vương, Đại lộ Hùng Vương",
    })
    void takesWritingsOfOneStreetAsOne(String one, String other) {
        assertThat(HUE.streetKey(one)).isEqualTo(HUE.streetKey(other));
    }

    @Test
    void leavesAStreetThatIsOnlyATypeWord() {
        assertThat(HUE.streetKey("Đường")).isEqualTo(HUE.nameKey("đường"));
        assertThat(HUE.streetKey("***")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Phường Thuận Hoá, Thuận Hóa",
        "p. Thuận Hóa, Thuận Hóa",
        "P.Thuận Hóa, Thuận Hóa",
        "Thị trấn Phú Bài, Phú Bài",
        "Phường Phường Đúc, Phường Đúc",
        "TP Huế, Huế",
    })
    void takesTheTypeWordFromAPlace(String place, String name) {
        assertThat(HUE.placeKey(place)).isEqualTo(HUE.nameKey(name));
    }

    @ParameterizedTest
    @CsvSource({
        "34, 34",
        "034, 34",
        "Số 34, 34",
        "số nhà 34, 34",
        "34 kiệt 12, 12/34",
        "kiệt 12 số 34, 12/34",
        "Kiệt 12/34, 12/34/",
        "12/34, 12/34",
        "12 / 34, 12/34",
        "12\\34, 12/34",
        "34/5 kiệt 12, 12/34/5",
        "5 hẻm 34 kiệt 12, 12/34/5",
        "1806/127/2/6/15/48/2A, 1806/127/2/6/15/48/2a",
        "1099 A, 1099a",
        "1099-A, 1099a",
        "73B/563B bis, 73b/563bbis",
        "40bis/1, 40bis/1",
        "40 BIS / 1, 40bis/1",
        "12 ter, 12ter",
        "35N/1C, 35n/1c",
        "L1004A, l1004a",
        "54-55, 54-55",
        "54 – 55, 54-55",
        "54A - 55, 54a-55",
        "kiệt 12, 12/",
        "12/, 12",
    })
    void writesAHouseNumberAsThePathFromTheStreet(String number, String key) {
        assertThat(HUE.houseNumberKey(number)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "số 5 ngách 3 ngõ 2, 2/3/5",
        "ngõ 2 ngách 3 số 5, 2/3/5",
        "5 ngõ 2 ngách 3, 2/3/5",
        "ngách 3 ngõ 2 số 5, 2/3/5",
        "hẻm 4 ngách 3 ngõ 2, 2/3/4/",
    })
    void ordersTheAlleysOfTheNorth(String number, String key) {
        assertThat(HANOI.houseNumberKey(number)).isEqualTo(key);
    }

    @Test
    void emptyNumbersHaveEmptyKeys() {
        assertThat(HUE.houseNumberKey("")).isEmpty();
        assertThat(HUE.houseNumberKey(" - ")).isEmpty();
        assertThat(HUE.houseNumberKey("số")).isEmpty();
    }

    @Test
    void readsOtherLanguagesByTheirProfiles() {
        assertThat(CAMBRIDGE.streetKey("Massachusetts Ave.")).isEqualTo(CAMBRIDGE.streetKey("MASSACHUSETTS AVENUE"));
        assertThat(CAMBRIDGE.houseNumberKey("56-R")).isEqualTo(CAMBRIDGE.houseNumberKey("56R"));
        assertThat(GENEVA.streetKey("Rte de Chêne")).isEqualTo("route de chêne");
        assertThat(GENEVA.streetKey("Rue de Chêne")).isNotEqualTo(GENEVA.streetKey("Avenue de Chêne"));
        assertThat(GENEVA.houseNumberKey("12 bis")).isEqualTo("12bis");
        assertThat(GENEVA.nameKey("Sissy")).isEqualTo("sissy");
    }

    @Test
    void writesAddressesInTheOrderOfTheCity() {
        assertThat(HUE.formatAddress("12/34", "Lê Lợi", "Phường Thuận Hoá"))
                .isEqualTo("12/34 Lê Lợi, Phường Thuận Hoá, Thành phố Huế");
        assertThat(GENEVA.formatAddress("12", "Rue du Rhône", null)).isEqualTo("Rue du Rhône 12, Genève");
    }

    @Test
    void leavesMissingPartsOutOfAddresses() {
        assertThat(HUE.formatAddress(null, "Lê Lợi", "Phường Thuận Hoá"))
                .isEqualTo("Lê Lợi, Phường Thuận Hoá, Thành phố Huế");
        assertThat(HUE.formatAddress(" ", "xóm Bến", "Xã Phú Vang")).isEqualTo("xóm Bến, Xã Phú Vang, Thành phố Huế");
        assertThat(HUE.formatAddress(null, null, "Xã Phú Vang")).isEqualTo("Xã Phú Vang, Thành phố Huế");
        assertThat(HUE.formatAddress(null, null, null)).isEqualTo("Thành phố Huế");
    }
}
