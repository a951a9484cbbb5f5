package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.diachi.TestCity;
import org.diachi.source.ReadOptions;
import org.diachi.source.Row;
import org.diachi.source.Source;
import org.diachi.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is what the API tells, and can be read again. */
class ExportCommandTest {

    private static final String CITY = Path.of("..", "data", "hue").toString();

    @TempDir
    Path folder;

    private final TestCity city = TestCity.get();

    private CommandProcess export(String collection, Path file, String... more) {
        List<String> call = new ArrayList<>(List.of("export", collection, "--city", CITY, "--to", file.toString()));
        call.addAll(List.of(more));
        return CommandProcess.run(city.database(), call.toArray(String[]::new));
    }

    private static List<Row> rows(Path file) {
        List<Row> rows = new ArrayList<>();
        try (Source source = SourceFile.open(file, ReadOptions.DETECT)) {
            source.forEach(rows::add);
        }
        return rows;
    }

    private static String text(Row row, String field) {
        return String.valueOf(row.value(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpkg", "fgb", "geojson", "geojsonl", "csv"})
    void everyFormatHoldsTheLivingAddresses(String ending) {
        Path file = folder.resolve("addresses." + ending);
        CommandProcess done = export("addresses", file, "--as-of", "2025-07-01");
        assertThat(done.exitCode()).as(done.err()).isZero();
        List<Row> rows = rows(file);
        TreeSet<String> codes = new TreeSet<>();
        rows.forEach(row -> codes.add(text(row, "code")));
        assertThat(codes).containsExactlyElementsOf(new TreeSet<>(city.jdbc().queryForList("""
                        SELECT code FROM registry.address_version
                         WHERE ended IS NULL AND status IN ('current', 'proposed') AND valid_from <= '2025-07-01'
                           AND (valid_to IS NULL OR valid_to > '2025-07-01')
                        """, String.class)));
        assertThat(done.out()).startsWith(codes.size() + " features of addresses in ");
        Row house = rows.stream()
                .filter(row -> text(row, "code").equals(city.house("7")))
                .findFirst()
                .orElseThrow();
        assertThat(text(house, "address")).isEqualTo("7 Lê Lợi, Phường Thuận Hoá, Thành phố Huế");
        assertThat(text(house, "externalIds")).isEqualTo("survey:house/7");
        assertThat(Files.exists(folder.resolve("part-addresses." + ending))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"zones, gpkg, 3, ODT", "zones, fgb, 3, ODT", "drainage-links, geojson, 1, L1"})
    void everyLayerIsWrittenWithItsFields(String layer, String ending, int least, String value) {
        Path file = folder.resolve(layer + "." + ending);
        CommandProcess done = export(layer, file);
        assertThat(done.exitCode()).as(done.err()).isZero();
        List<Row> rows = rows(file);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(least);
        String field = layer.equals("zones") ? "code" : "linkId";
        assertThat(rows).anyMatch(row -> text(row, field).equals(value));
        assertThat(rows).allMatch(row -> row.value("validFrom") != null);
    }

    @Test
    void writesOutlinesInTheOfficialSystem() throws IOException {
        Path file = folder.resolve("outlines.csv");
        CommandProcess done = export("addresses", file, "--crs", "EPSG:9214", "--footprint");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(Files.readString(file)).contains("POLYGON ((561000 1821000, 561010 1821000,");
    }

    @Test
    void writesWhatWasKnownOnce() {
        Path file = folder.resolve("once.csv");
        CommandProcess done = export("addresses", file, "--known-at", "1999-01-01T00:00:00Z");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out()).startsWith("0 features");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone      | zone.gpkg    | CRS84     | There is no collection \"zone\". Known are addresses, drainage",
                "addresses | addr.xls     | CRS84     | Files end in .gpkg, .fgb",
                "addresses | addr.geojson | EPSG:9214 | GeoJSON is in longitude and latitude",
                "addresses | addr.gpkg    | mars      | --crs: ",
            })
    void aWrongCallLeavesNoFile(String collection, String name, String crs, String message) {
        Path file = folder.resolve(name);
        CommandProcess done = export(collection, file, "--crs", crs);
        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(done.err()).contains(message);
        assertThat(folder).isEmptyDirectory();
    }
}
