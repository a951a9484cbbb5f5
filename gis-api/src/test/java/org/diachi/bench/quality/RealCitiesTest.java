package org.diachi.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;
import org.diachi.run.ImportJob;
import org.diachi.run.ImportOptions;
import org.diachi.run.RunListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cities that the code knows nothing of: only a profile, and their addresses in four ways of writing. */
@Tag("real-data")
class RealCitiesTest {

    private static final int ADDRESSES = 400;

    private static Path real(String name) {
        return Path.of(Objects.requireNonNull(System.getenv("DIACHI_REAL_DATA"), "Set DIACHI_REAL_DATA"), name);
    }

    @ParameterizedTest
    @CsvSource({
        "geneva,    geneva-osm/geneva.gpkg,                       addresses",
        "cambridge, cambridge-ma/addresses.csv,                   addresses",
        "hanoi,     vietnam-osm/hanoi_osm_restaurants.geojson,    businesses",
    })
    void areSearchedAsWellAsTheFirstOne(String city, String file, String mapping) {
        Path folder = Path.of("..", "data", city);
        CityProfile profile = CityProfile.read(folder);
        try (TestDatabase database = TestDatabase.create(profile.storageCrs().epsg());
                Registry registry = Registry.open(database.database(), profile, TestHome.environment())) {
            Mapping read = Mapping.read(folder.resolve("mappings").resolve(mapping + ".yaml"));
            Path source = real(file);
            new ImportJob(registry)
                    .run(
                            source,
                            read,
                            source.getParent(),
                            new ImportOptions("test", false),
                            RunListener.NONE,
                            () -> false);
            registry.views().runOnce();
            Map<String, Score> scores = QualityRun.run(registry, FourWays.cases(registry, ADDRESSES));
            assertThat(scores).hasSize(4);
            scores.forEach((way, score) -> assertThat(score.percent())
                    .as("%s, %s, %d cases: %s", city, way, score.cases(), score.failures())
                    .isGreaterThanOrEqualTo(95));
            assertThat(registry.views().verify()).isEmpty();
        }
    }

    @Test
    void suitesOfOthersAreRead() throws Exception {
        List<Case> paris = CaseFile.read(real("address-search/geocoder-tester/france_iledefrance_test_addresses.csv"));
        assertThat(paris).hasSizeGreaterThan(900);
        assertThat(paris.get(0).query()).isEqualTo("34 Avenue de l'Opéra Paris");
        assertThat(paris.get(0).properties()).containsEntry("housenumber", "34").containsEntry("postcode", "75002");
        assertThat(CaseFile.read(real("address-search/geocoder-tester/france_iledefrance_test_fuzzy.csv")))
                .isNotEmpty();
        List<Case> pelias = CaseFile.read(real("address-search/pelias/address_matching.json"));
        assertThat(pelias).isNotEmpty();
        assertThat(pelias.get(1).properties()).containsEntry("street", "Hackney Road");
    }
}
