package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.diachi.run.ImportFixture.counts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diachi.mapping.Mapping;
import org.diachi.mapping.MappingException;
import org.diachi.source.BrokenFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every run does, on files that show it at a glance. */
class ImportJobTest {

    private static final String MAPPING = """
            source: test-houses
            target: building
            id: id
            read: { wkt: wkt, crs: "EPSG:9214" }
            fields:
              houseNumber: number
              street: street
              storeys: { field: storeys, type: integer }
            """;

    private static final String HEADER = "id,number,street,storeys,wkt\n";

    @TempDir
    private Path folder;

    private ImportFixture hue;

    @BeforeEach
    void open() {
        hue = ImportFixture.of("hue");
    }

    @AfterEach
    void close() {
        hue.close();
    }

    private Path file(String... rows) {
        return write("houses.csv", HEADER + String.join("\n", rows) + "\n");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImportResult run(Path file) {
        return hue.run(file, Mapping.read(write("mapping.yaml", MAPPING)), false);
    }

    private static String house(String id, String number, int east) {
        return house(id, number, "2", east);
    }

    private static String house(String id, String number, String storeys, int east) {
        return "%s,%s,Lê Lợi,%s,\"POLYGON((%d 1821000,%d 1821000,%d 1821010,%d 1821010,%d 1821000))\""
                .formatted(id, number, storeys, east, east + 8, east + 8, east, east);
    }

    private List<Map<String, Object>> issues() {
        return hue.rows("""
                SELECT row_number, severity, rule, field, value, message FROM registry.import_issue
                 WHERE run = (SELECT max(id) FROM registry.import_run) ORDER BY number
                """);
    }

    @Test
    void everyRowBecomesAnObjectWithACode() {
        assertThat(counts(run(file(house("a", "1", 561000), house("b", "3", 561010)))))
                .isEqualTo("read 2: added 2, changed 0, same 0, merged 0, refused 0");
        assertThat(hue.count("SELECT count(DISTINCT code) FROM registry.address_version"))
                .isEqualTo(2);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        Path file = file(house("a", "1", 561000), house("b", "3", 561010));
        run(file);
        long changes = hue.changes();

        assertThat(counts(run(file))).isEqualTo("read 2: added 0, changed 0, same 2, merged 0, refused 0");
        assertThat(hue.changes()).isEqualTo(changes);
    }

    @Test
    void aChangedRowChangesItsObjectAndKeepsItsCode() {
        run(file(house("a", "1", 561000)));

        assertThat(counts(run(file(house("a", "1A", 561000)))))
                .isEqualTo("read 1: added 0, changed 1, same 0, merged 0, refused 0");
        assertThat(hue.rows("SELECT house_number, version FROM registry.address_version WHERE ended IS NULL"))
                .containsExactly(Map.of("house_number", "1A", "version", 2));
        assertThat(hue.count("SELECT count(DISTINCT code) FROM registry.address_version"))
                .isEqualTo(1);
    }

    @Test
    void whatMayBeADuplicateIsHeldBackWithItsCandidates() {
        run(file(house("a", "1", 561000)));

        Path other = file(house("z", "99", 561001), house("y", "1", 562000));
        assertThat(counts(run(other))).isEqualTo("read 2: added 0, changed 0, same 0, merged 0, refused 2");
        String code = (String)
                hue.rows("SELECT code FROM registry.address_version").get(0).get("code");
        assertThat(issues())
                .extracting(issue -> (String) issue.get("message"))
                .satisfiesExactly(
                        overlap -> assertThat(overlap).contains(code + " (overlap)"),
                        address -> assertThat(address).contains(code + " (sameAddress)"));
    }

    @Test
    void oneBadRowNeverEndsARunAndSaysHowToMendIt() {
        Path file = file(
                house("a", "1", "two", 561000),
                ",5,Lê Lợi,1,POINT(561100 1821000)",
                "c,7,Lê Lợi,1,",
                "d,9,Lê Lợi,1,\"POLYGON((561200 1821000,561210 1821010,561210 1821000,561200 1821010,561200 1821000))\"",
                house("e", "11", 561300),
                house("e", "13", 561310));

        assertThat(counts(run(file))).isEqualTo("read 6: added 2, changed 0, same 0, merged 0, refused 4");
        assertThat(issues())
                .extracting(issue -> issue.get("row_number") + " " + issue.get("severity") + " " + issue.get("rule")
                        + " " + issue.get("field") + " " + issue.get("value"))
                .containsExactly(
                        "1 warning unreadable-value storeys two",
                        "2 refused missing-value id null",
                        "3 refused no-position null null",
                        "4 refused invalid-geometry null 561205.0 1821005.0",
                        "6 refused repeated-id id e");
    }

    @Test
    void aBrokenFileIsRefusedBeforeAnythingIsWritten() {
        Path file = write(
                "broken.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{},"
                        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[107.57,16.46]}},{\"type\":\"Fea");
        long changes = hue.changes();

        assertThatThrownBy(() -> hue.run(file, Mapping.read(write("m.yaml", "source: t\ntarget: building\n")), false))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("broken.geojson");
        assertThat(hue.changes()).isEqualTo(changes);
        assertThat(hue.count("SELECT count(*) FROM registry.import_run")).isZero();
    }

    @Test
    void aMappingThatDoesNotFitNamesTheFieldsThatThereAre() {
        Mapping mapping = Mapping.read(write("m.yaml", MAPPING.replace("number", "hausnummer")));

        assertThatThrownBy(() -> hue.run(file(house("a", "1", 561000)), mapping, false))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("hausnummer")
                .hasMessageContaining("street");
    }

    @Test
    void aDryRunReportsAndKeepsNothing() {
        Path file = file(house("a", "1", 561000), house("b", "1", 561000));
        long changes = hue.changes();

        ImportResult result = hue.run(file, Mapping.read(write("m.yaml", MAPPING)), true);

        assertThat(counts(result)).isEqualTo("read 2: added 1, changed 0, same 0, merged 0, refused 1");
        assertThat(hue.changes()).isEqualTo(changes);
        assertThat(hue.count("SELECT count(*) FROM registry.address_version")).isZero();
    }

    @Test
    void aRunThatWasStoppedEndsLikeAnUndisturbedOneWhenRunAgain() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3 * ImportPipeline.CHUNK; i++) {
            rows.add(house("h" + i, Integer.toString(2 * i + 1), 400_000 + 10 * i));
        }
        Path file = file(rows.toArray(String[]::new));
        AtomicInteger chunks = new AtomicInteger();
        Mapping mapping = Mapping.read(write("m.yaml", MAPPING));

        ImportResult stopped = hue.run(file, mapping, () -> chunks.getAndIncrement() == 1);
        assertThat(stopped.isCancelled()).isTrue();
        assertThat(stopped.report().read()).isEqualTo(ImportPipeline.FIRST_CHUNK);
        assertThat(counts(run(file))).isEqualTo("read 15000: added 14375, changed 0, same 625, merged 0, refused 0");

        try (ImportFixture undisturbed = ImportFixture.of("hue")) {
            undisturbed.run(file, mapping, false);
            String state = """
                    SELECT e.value, v.house_number, v.street, v.valid_from, v.version, ST_AsText(v.shape) AS shape
                      FROM registry.address_version v JOIN registry.external_id e USING (code) ORDER BY e.value
                    """;
            assertThat(hue.rows(state)).isEqualTo(undisturbed.rows(state));
        }
    }

    @Test
    void aRunIsStoppedWhileItsThreadsWaitToHandOver() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3 * ImportPipeline.CHUNK; i++) {
            rows.add(house("h" + i, Integer.toString(2 * i + 1), 400_000 + 10 * i));
        }
        AtomicInteger chunks = new AtomicInteger();

        ImportResult stopped =
                hue.run(file(rows.toArray(String[]::new)), Mapping.read(write("m.yaml", MAPPING)), () -> {
                    if (chunks.getAndIncrement() == 0) {
                        return false;
                    }
                    await().atMost(Duration.ofMinutes(1)).until(() -> threadsThatHandOver() == 2);
                    return true;
                });

        assertThat(stopped.isCancelled()).isTrue();
        assertThat(threadsThatHandOver()).isZero();
    }

    private static long threadsThatHandOver() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("import-ahead"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .filter(frame -> frame.getMethodName().equals("put"))
                .count();
    }

    @Test
    void aSourceIsImportedByOneRunAtATime() {
        Path file = file(house("a", "1", 561000));
        Mapping mapping = Mapping.read(write("m.yaml", MAPPING));

        new SourceLock(hue.registry().dataSource()).with(mapping.source(), () -> {
            assertThatThrownBy(() -> hue.run(file, mapping, false))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageContaining("test-houses");
            return true;
        });
    }

    @Test
    void anImportCanCreateALayer() {
        Path file = write("belts.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature","id":"1","properties":{"zone":"I"},
                "geometry":{"type":"Polygon","coordinates":[[[107.57,16.46],[107.58,16.46],[107.58,16.47],[107.57,16.46]]]}}]}
                """);
        String mapping = """
                source: heritage
                target: heritage-belts
                layer:
                  titles: { en: Heritage belts, vi: Vành đai di sản }
                  geometryType: polygon
                  fields: [ { name: belt, type: string } ]
                fields: { belt: zone }
                """;

        assertThat(counts(hue.run(file, Mapping.read(write("m.yaml", mapping)), false)))
                .isEqualTo("read 1: added 1, changed 0, same 0, merged 0, refused 0");
        assertThat(hue.registry().layers().find("heritage-belts")).isPresent();
        assertThat(hue.rows("SELECT attributes ->> 'belt' AS belt FROM registry.feature_heritage_belts"))
                .containsExactly(Map.of("belt", "I"));
    }
}
