package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.diachi.run.ImportFixture.counts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.diachi.landuse.coverage.CoverageZone;
import org.diachi.landuse.coverage.FaultyCoverage;
import org.diachi.mapping.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A plan whose zones do not fit one another stays out as a whole, and the plan before it stays in force. */
class ZonePlanImportTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static final String MAPPING = """
            source: %1$s
            target: zones
            id: id
            validFrom: 2025-07-01
            read: { wkt: wkt, crs: "EPSG:9214" }
            plans:
              - { identifier: %1$s, title: Plan, level: city, type: %2$s, scheme: s, step: legalForce }
            fields: { code: code }
            """;

    @TempDir
    private Path folder;

    private ImportResult run(String plan, String type, String... rows) {
        return run(plan, type, () -> false, rows);
    }

    private ImportResult run(String plan, String type, BooleanSupplier isCancelled, String... rows) {
        try {
            Path file =
                    Files.writeString(folder.resolve("zones.csv"), "id,code,wkt\n" + String.join("\n", rows) + "\n");
            Path mapping = Files.writeString(folder.resolve("mapping.yaml"), MAPPING.formatted(plan, type));
            return hue.run(file, Mapping.read(mapping), isCancelled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportRefusedException refused(String plan, String... rows) {
        return catchThrowableOfType(ImportRefusedException.class, () -> run(plan, "landUsePlan", rows));
    }

    private static String box(String id, String code, int west, int east) {
        return "%s,%s,\"POLYGON((%d 1821000,%d 1821000,%d 1821100,%d 1821100,%d 1821000))\""
                .formatted(id, code, west, east, east, west, west);
    }

    private static List<Map<String, Object>> inForce(String plan) {
        return hue.rows("""
                SELECT f.source_id || ' ' || (f.attributes ->> 'code') AS zone FROM registry.feature f
                  JOIN registry.plan p ON p.id = f.plan
                 WHERE p.identifier = ? AND f.ended IS NULL AND f.valid_to IS NULL ORDER BY 1
                """, plan);
    }

    private static List<Map<String, Object>> issues() {
        return hue.rows("""
                SELECT row_number AS row, severity, rule, round(ST_Area(place)::numeric, 2)::text AS area
                  FROM registry.import_issue WHERE run = (SELECT max(id) FROM registry.import_run) ORDER BY number
                """);
    }

    @Test
    void aBadUploadLeavesTheOldPlanInForce() {
        run("upload", "landUsePlan", box("a", "ODT", 561000, 561100), box("b", "LUC", 561100, 561200));
        List<Map<String, Object>> before = inForce("upload");
        long changes = hue.changes();

        ImportRefusedException refused =
                refused("upload", box("a", "TMD", 561000, 561104), box("b", "LUC", 561100, 561200));

        assertThat(refused).hasMessageContaining("in force").hasMessageContaining("zone-overlap=1");
        assertThat(inForce("upload")).isEqualTo(before).hasSize(2);
        assertThat(hue.changes()).isEqualTo(changes);
        assertThat(issues())
                .containsExactly(Map.of("row", 2L, "severity", "refused", "rule", "zone-overlap", "area", "400.00"));
        assertThat(hue.rows("SELECT message FROM registry.import_issue WHERE run = (SELECT max(id) FROM"
                        + " registry.import_run)"))
                .containsExactly(Map.of(
                        "message",
                        "The zones a (row 1) and b (row 2) share 400.00 m² around 561102.00 1821050.00."
                                + " Let both have the same border there."));
    }

    @Test
    void aFileThatTellsOfSomeZonesMustFitThoseOfTheRegister() {
        run("part", "landUsePlan", box("a", "ODT", 562000, 562100), box("b", "LUC", 562100, 562200));

        assertThat(refused("part", box("b", "LUC", 562090, 562200))).hasMessageContaining("zone-overlap=1");
        assertThat(counts(run("part", "landUsePlan", box("b", "TMD", 562100, 562200))))
                .isEqualTo("read 1: added 0, changed 1, same 0, merged 0, refused 0");
    }

    @Test
    void whatIsOddIsNotedAndTakenOver() {
        String ring = "ring,ODT,\"POLYGON((563000 1821000,563100 1821000,563100 1821100,563000 1821100,563000 1821000),"
                + "(563020 1821020,563020 1821040,563040 1821040,563040 1821020,563020 1821020))\"";
        assertThat(counts(run("odd", "landUsePlan", ring)))
                .isEqualTo("read 1: added 1, changed 0, same 0, merged 0, refused 0");
        assertThat(issues())
                .containsExactly(Map.of("row", 1L, "severity", "warning", "rule", "zone-gap", "area", "400.00"));
    }

    @Test
    void aZoneWhoseOutlineCrossesItselfKeepsThePlanOut() {
        String knot =
                "knot,ODT,\"POLYGON((564000 1821000,564100 1821000,564000 1821100,564100 1821100,564000 1821000))\"";
        assertThat(refused("knot", knot, box("b", "LUC", 564100, 564200))).hasMessageContaining("zone-bow-tie=1");
        assertThat(inForce("knot")).isEmpty();
        assertThat(hue.rows("SELECT identifier FROM registry.plan WHERE identifier = 'knot'"))
                .as("nor is there an empty plan")
                .isEmpty();
    }

    /** More rows than are submitted together first. */
    @Test
    void anUploadThatIsStoppedHalfWayLeavesNothingOfThePlan() {
        String[] rows = IntStream.range(0, ImportPipeline.FIRST_CHUNK + 75)
                .mapToObj(i -> box("s" + i, "ODT", 570000 + 2 * i, 570002 + 2 * i))
                .toArray(String[]::new);
        long changes = hue.changes();
        AtomicInteger chunks = new AtomicInteger();

        ImportResult stopped = run("stopped", "landUsePlan", () -> chunks.getAndIncrement() > 0, rows);

        assertThat(stopped.isCancelled()).isTrue();
        assertThat(counts(stopped)).isEqualTo("read 0: added 0, changed 0, same 0, merged 0, refused 0");
        assertThat(inForce("stopped")).isEmpty();
        assertThat(hue.changes()).isEqualTo(changes);
        assertThat(counts(run("stopped", "landUsePlan", rows)))
                .isEqualTo("read 700: added 700, changed 0, same 0, merged 0, refused 0");
        assertThat(inForce("stopped")).hasSize(700);
    }

    @Test
    void overlaysMayLieOverOneAnother() {
        assertThat(counts(run("flood", "overlay", box("a", "X", 565000, 565100), box("b", "Y", 565050, 565200))))
                .isEqualTo("read 2: added 2, changed 0, same 0, merged 0, refused 0");
    }

    @Test
    void twentySeededFaultsAreFoundInAFileAndNoneIsInvented() {
        FaultyCoverage plan = new FaultyCoverage(23, 11).withTwentyFaults();
        String[] rows = plan.zones().stream().map(ZonePlanImportTest::row).toArray(String[]::new);

        assertThat(refused("seeded", rows)).isNotNull();

        assertThat(issues().stream()
                        .map(issue -> issue.get("rule") + " " + issue.get("area"))
                        .sorted()
                        .toList())
                .isEqualTo(plan.seeds().stream()
                        .map(seed -> "zone-%s %.2f".formatted(seed.fault().label(), seed.area()))
                        .sorted()
                        .toList())
                .hasSize(20);
        assertThat(inForce("seeded")).isEmpty();
    }

    private static String row(CoverageZone zone) {
        return zone.id() + ",ODT,\"" + zone.shape() + "\"";
    }
}
