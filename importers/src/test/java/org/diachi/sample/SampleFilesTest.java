package org.diachi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SampleFilesTest {
    private static final SampleArea AREA = SampleAreas.withWards(5);
    private static final double SCALE = 0.005;
    private static final List<String> NAMES = List.of(
            "building-sites.geojson",
            "buildings.gpkg",
            "businesses.csv",
            "drainage.gpkg",
            "flood-lines.geojson",
            "green-spaces.gpkg",
            "heritage-belts.geojson",
            "public-spaces.geojsonl",
            "seeded-conflicts.csv",
            "wards.geojson",
            "zones.fgb");

    @TempDir
    private Path dir;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        List<Path> first = write("first", 1);
        List<Path> second = write("second", 1);
        assertThat(first).extracting(path -> path.getFileName().toString()).containsExactlyElementsOf(NAMES);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
        }
    }

    @Test
    void anotherSeedGivesAnotherCity() throws IOException {
        List<Path> first = write("first", 1);
        List<Path> second = write("second", 2);
        for (int i = 0; i < first.size(); i++) {
            assertThat(Files.mismatch(first.get(i), second.get(i))).isNotNegative();
        }
    }

    @Test
    void filesHoldWhatTheCityHas() throws Exception {
        write("city", 1);
        Path city = dir.resolve("city");
        MadeCity made = new MadeCity(AREA, SCALE, 1);
        assertThat(count(city.resolve("buildings.gpkg"), "SELECT count(*) FROM buildings"))
                .isEqualTo(made.rows(SampleLayer.BUILDINGS).size());
        assertThat(count(city.resolve("green-spaces.gpkg"), "SELECT count(*) FROM green_spaces"))
                .isEqualTo(made.rows(SampleLayer.GREEN_SPACES).size());
        assertThat(count(city.resolve("drainage.gpkg"), "SELECT count(*) FROM nodes"))
                .isEqualTo(made.rows(SampleLayer.DRAINAGE_NODES).size());
        assertThat(count(city.resolve("drainage.gpkg"), "SELECT count(*) FROM links"))
                .isEqualTo(made.rows(SampleLayer.DRAINAGE_LINKS).size());
        assertThat(Files.readAllLines(city.resolve("businesses.csv")))
                .hasSize(made.rows(SampleLayer.BUSINESSES).size() + 1);
        assertThat(Files.readAllLines(city.resolve("public-spaces.geojsonl")))
                .hasSize(made.rows(SampleLayer.PUBLIC_SPACES).size());
        assertThat(new JsonMapper()
                        .readTree(city.resolve("wards.geojson"))
                        .path("features")
                        .size())
                .isEqualTo(5);
    }

    @Test
    void progressReachesTheEnd() throws IOException {
        List<Double> shares = new ArrayList<>();
        SampleFiles.write(AREA, SCALE, 1, dir.resolve("city"), shares::add);
        assertThat(shares).isSorted().last().isEqualTo(1.0);
    }

    private List<Path> write(String name, long seed) throws IOException {
        SampleFiles.write(AREA, SCALE, seed, dir.resolve(name), share -> {});
        try (Stream<Path> files = Files.list(dir.resolve(name))) {
            return files.sorted().toList();
        }
    }

    private static int count(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            return result.getInt(1);
        }
    }
}
