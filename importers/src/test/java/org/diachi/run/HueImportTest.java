package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.run.ImportFixture.counts;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diachi.place.Place;
import org.diachi.place.PlaceMatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of Hue: today's wards with their boundaries, and the 133 units that they came from. */
@Tag("real-data")
class HueImportTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static List<Place> resolve(String name) {
        return hue
                .registry()
                .placeReader()
                .resolve(name, hue.registry().changes().head(), false)
                .stream()
                .map(PlaceMatch::place)
                .toList();
    }

    @Test
    void theWardsOfTheProfileGetTheirBoundaries() {
        ImportResult first = hue.run(ImportFixture.real("vietnam-hue/hue_wards_2025.geojson"), "wards");
        ImportResult again = hue.run(ImportFixture.real("vietnam-hue/hue_wards_2025.geojson"), "wards");

        assertThat(counts(first)).isEqualTo("read 40: added 0, changed 40, same 0, merged 0, refused 0");
        assertThat(counts(again)).isEqualTo("read 40: added 0, changed 0, same 40, merged 0, refused 0");
        assertThat(hue.count("SELECT count(*) FROM registry.place_version WHERE ended IS NULL AND shape IS NOT NULL"))
                .isEqualTo(40);
    }

    @Test
    void the133FormerNamesResolveToThe40Wards() throws IOException {
        var file = ImportFixture.real("vietnam-hue/hue_wards_old_to_new_A.csv");
        assertThat(counts(hue.run(file, "former-wards")))
                .isEqualTo("read 133: added 0, changed 0, same 133, merged 0, refused 0");

        Set<String> successors = new LinkedHashSet<>();
        List<String> rows = Files.readAllLines(file).stream().skip(1).toList();
        for (String row : rows) {
            String[] fields = row.split(",");
            String newCode = fields[10];
            assertThat(resolve(fields[5]))
                    .describedAs(row)
                    .anySatisfy(place -> assertThat(place.successors())
                            .anySatisfy(link -> assertThat(link.place().code()).isEqualTo(newCode)));
            successors.add(newCode);
        }
        assertThat(rows).hasSize(133);
        assertThat(successors).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hương Phong", "Hương Xuân", "Phú Vinh", "Phú Xuân", "Thuan Hoa"})
    void anAmbiguousNameIsAnsweredWithAllThatItMeantAndWhen(String name) {
        List<Place> places = resolve(name);

        assertThat(places).hasSizeGreaterThan(1);
        assertThat(places.stream().map(Place::id).distinct()).hasSizeGreaterThan(1);
        assertThat(places.stream().map(Place::valid).distinct()).hasSizeGreaterThan(1);
    }
}
