package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.issue.Severity;
import org.diachi.issue.TopologyFault;
import org.diachi.layer.FeatureRegistration;
import org.diachi.mapping.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows that do not fit one another keep their file out, and what was there before stays. */
class FileCheckTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static final String HEADER = "id,name,wkt\n";

    private static final String MAPPING = """
            source: names-%s
            target: green-spaces
            id: id
            read: { wkt: wkt, crs: "EPSG:9214" }
            fields: { name: name }
            """;

    @TempDir
    Path folder;

    /** Two rows of one name: severe if the name is "severe". */
    private static final class NamesOnce implements FileCheck<FeatureRegistration> {

        private final Map<String, FeatureRegistration> names = new java.util.HashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        @Override
        public void add(FeatureRegistration row) {
            String name = String.valueOf(row.attributes().get("name"));
            if (names.putIfAbsent(name, row) != null) {
                Severity severity = name.equals("severe") ? Severity.REFUSED : Severity.WARNING;
                faults.add(new Fault(
                        row.rowNumber(),
                        row.sourceId(),
                        new TopologyFault(severity, "name-twice", name, "Two rows have this name.", row.shape())));
            }
        }

        @Override
        public List<Fault> end() {
            return faults;
        }
    }

    private ImportResult run(String source, String rows, boolean dryRun) {
        try {
            Path file = Files.writeString(folder.resolve("spaces.csv"), HEADER + rows);
            Path mapping = Files.writeString(folder.resolve("m.yaml"), MAPPING.formatted(source));
            LayerChecks checks = (layer, any, plans) -> Optional.of(new NamesOnce());
            return new ImportJob(hue.registry(), checks)
                    .run(
                            file,
                            Mapping.read(mapping),
                            folder,
                            new ImportOptions("test", dryRun),
                            RunListener.NONE,
                            () -> false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String space(String id, String name, int x) {
        return "%s,%s,\"POLYGON((%d 1821000,%d 1821000,%d 1821010,%d 1821000))\"\n"
                .formatted(id, name, x, x + 10, x + 10, x);
    }

    private static long spaces(String source) {
        return hue.count(
                "SELECT count(*) FROM registry.feature WHERE source = ? AND ended IS NULL AND attributes ->> 'name' <> 'x'",
                "names-" + source);
    }

    @Test
    void whatIsOddIsNotedWithItsPlaceAndTakenOver() {
        ImportResult result = run(
                "odd", space("a", "twice", 561000) + space("b", "twice", 561100) + space("b", "twice", 561100), false);

        assertThat(result.report().issuesByRule()).containsExactly(Map.entry("name-twice", 1L));
        assertThat(spaces("odd")).isEqualTo(2);
        assertThat(hue.rows(
                        "SELECT row_number, source_id, ST_XMin(place)::int AS x FROM registry.import_issue WHERE run = ?",
                        result.run()))
                .containsExactly(Map.of("row_number", 2L, "source_id", "b", "x", 561100));
    }

    @Test
    void oneSevereFaultKeepsTheWholeFileOut() {
        run("kept", space("a", "one", 561000) + space("b", "two", 561100), false);
        long before = hue.changes();

        ImportRefusedException refused = catchThrowableOfType(
                ImportRefusedException.class,
                () -> run(
                        "kept",
                        space("a", "new", 561000) + space("b", "severe", 561100) + space("c", "severe", 561200),
                        false));

        assertThat(refused).hasMessageContaining("in force").hasMessageContaining("name-twice=1");
        assertThat(refused.report().issues()).isEqualTo(1);
        assertThat(hue.changes()).isEqualTo(before);
        assertThat(hue.rows("SELECT state FROM registry.import_run ORDER BY id DESC LIMIT 1"))
                .containsExactly(Map.of("state", "refused"));
        assertThat(
                        hue.rows(
                                "SELECT severity FROM registry.import_issue WHERE run = (SELECT max(id) FROM registry.import_run)"))
                .containsExactly(Map.of("severity", "refused"));
    }

    @Test
    void aRehearsalFindsTheSame() {
        assertThat(catchThrowableOfType(
                        ImportRefusedException.class,
                        () -> run("dry", space("a", "severe", 561000) + space("b", "severe", 561100), true)))
                .hasMessageContaining("name-twice=1");
    }
}
