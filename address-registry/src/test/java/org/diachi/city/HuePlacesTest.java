package org.diachi.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diachi.value.RealData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile's table of administrative units tells the reform of July 2025. */
class HuePlacesTest {

    private static final LocalDate BEFORE = LocalDate.of(2024, 12, 31);
    private static final LocalDate BETWEEN = LocalDate.of(2025, 6, 30);
    private static final LocalDate TODAY = LocalDate.of(2025, 7, 1);

    private final CityProfile hue = CityProfile.read(Path.of("../data/hue"));
    private final Map<String, PlaceEntry> byId =
            hue.places().stream().collect(Collectors.toMap(PlaceEntry::id, Function.identity()));

    private List<PlaceEntry> listUnits(String level, LocalDate day) {
        return hue.places().stream()
                .filter(place -> place.level().equals(level) && place.period().contains(day))
                .toList();
    }

    @Test
    void hasFortyWardsTodayAndHad133() {
        assertThat(listUnits("ward", TODAY))
                .hasSize(40)
                .allSatisfy(ward -> assertThat(ward.population()).isPositive());
        assertThat(listUnits("ward", TODAY).stream().filter(ward -> ward.type().equals("Phường")))
                .hasSize(21);
        assertThat(listUnits("ward", BETWEEN)).hasSize(133);
    }

    @Test
    void hadDistrictsUntilTheReform() {
        assertThat(listUnits("district", BEFORE))
                .extracting(PlaceEntry::fullName)
                .hasSize(9)
                .contains("Thành phố Huế", "Huyện Phong Điền", "Huyện Nam Đông")
                .doesNotContain("Quận Thuận Hóa");
        assertThat(listUnits("district", BETWEEN))
                .extracting(PlaceEntry::fullName)
                .hasSize(9)
                .contains("Quận Thuận Hóa", "Quận Phú Xuân", "Thị xã Phong Điền")
                .doesNotContain("Huyện Nam Đông");
        assertThat(listUnits("district", TODAY)).isEmpty();
        assertThat(listUnits("province", BEFORE)).extracting(PlaceEntry::name).containsExactly("Thừa Thiên Huế");
        assertThat(listUnits("province", TODAY))
                .extracting(PlaceEntry::fullName)
                .containsExactly("Thành phố Huế");
    }

    @Test
    void everyUnitHasOneParentOnEveryDayButTheProvince() {
        for (LocalDate day : List.of(BEFORE, BETWEEN, TODAY)) {
            assertThat(hue.places())
                    .filteredOn(place ->
                            place.period().contains(day) && !place.level().equals("province"))
                    .allSatisfy(place -> assertThat(place.parents())
                            .filteredOn(id -> parent(id).period().contains(day))
                            .as("parents of %s on %s", place.id(), day)
                            .hasSize(1));
        }
    }

    private PlaceEntry parent(String id) {
        PlaceEntry found = byId.get(id);
        assertThat(found).isNotNull();
        return found;
    }

    @Tag("real-data")
    @Test
    void everyFormerWardWentIntoTheWardThatTheSourcesName() throws IOException {
        List<String> rows = Files.readAllLines(RealData.file("vietnam-hue/hue_wards_old_to_new_A.csv"));
        assertThat(rows.subList(1, rows.size())).hasSize(133).allSatisfy(line -> {
            String[] row = line.split(",");
            PlaceEntry former = parent(row[4] + "-before-2025-07");
            assertThat(former.fullName()).isEqualTo(row[5]);
            assertThat(former.period().to()).isEqualTo(TODAY);
            assertThat(former.successors()).containsExactly(row[10]);
            PlaceEntry successor = parent(row[10]);
            assertThat(hue.grammar().nameKey(successor.fullName()))
                    .isEqualTo(hue.grammar().nameKey(row[11]));
        });
    }

    @ParameterizedTest
    @CsvSource({"Hương Phong, 2", "Hương Xuân, 2", "Phú Vinh, 2", "Phú Xuân, 3", "Thuận Hóa, 3"})
    void someNamesMeanMoreThanOneUnitOverTime(String name, int units) {
        String key = hue.grammar().foldKey(name);
        List<PlaceEntry> found = hue.places().stream()
                .filter(place -> hue.grammar().foldKey(place.name()).equals(key))
                .toList();
        assertThat(found).hasSize(units);
        assertThat(found).extracting(PlaceEntry::id).doesNotHaveDuplicates();
    }
}
