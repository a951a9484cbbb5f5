package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.diachi.run.ImportFixture.counts;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A storm-drain network in feet and inches, with loose ends. */
@Tag("real-data")
class NorfolkImportTest {

    @RegisterExtension
    static final ImportFixture norfolk = ImportFixture.of("norfolk");

    private static ImportResult nodes;
    private static ImportResult pipes;

    @BeforeAll
    static void importTheNetwork() {
        Path file = ImportFixture.real("norfolk-drainage/norfolk_brambleton_drainage.gpkg");
        nodes = norfolk.run(file, "nodes");
        pipes = norfolk.run(file, "pipes");
    }

    @Test
    void everyNodeAndPipeIsStored() {
        assertThat(counts(nodes)).isEqualTo("read 4275: added 4275, changed 0, same 0, merged 0, refused 0");
        assertThat(counts(pipes)).isEqualTo("read 3721: added 3721, changed 0, same 0, merged 0, refused 0");
    }

    @Test
    void nodesWithoutIdAndTheIdThatTwoHaveAreReported() {
        assertThat(nodes.report().issuesByRule())
                .containsExactly(Map.entry("duplicate-node", 1L), Map.entry("missing-value", 904L));
    }

    @Test
    void linksThatDoNotFitTheNetworkAreReportedWithTheirPlace() {
        assertThat(norfolk.rowsWith("uphill")).isEqualTo(398);
        assertThat(norfolk.rowsWith("reversed")).isEqualTo(14);
        assertThat(norfolk.rowsWith("ends-elsewhere")).isEqualTo(4);
        assertThat(norfolk.count("SELECT count(*) FROM registry.import_issue WHERE rule = 'uphill' AND place IS NULL"))
                .isZero();
    }

    @Test
    void missingEndsAreReported() {
        assertThat(norfolk.rowsWith("missing-value")).isEqualTo(1085);
    }

    @Test
    void unknownStructuresAreReported() {
        assertThat(norfolk.count("""
                        SELECT count(DISTINCT row_number) FROM registry.import_issue u
                         WHERE rule = 'unknown-reference'
                           AND NOT EXISTS (SELECT FROM registry.import_issue m
                                            WHERE m.run = u.run AND m.row_number = u.row_number
                                              AND m.rule = 'missing-value')
                        """)).isEqualTo(268);
    }

    @Test
    void feetAndInchesBecomeMetresAndMillimetres() {
        // The source: inverts 1.24 and 1.14 ft, a pipe of 30 inches, 89 ft long.
        Map<String, Object> pipe = norfolk.rows("""
                        SELECT attributes ->> 'upstreamInvert' AS up, attributes ->> 'width' AS width,
                               attributes ->> 'length' AS length, ST_Length(shape) AS drawn
                          FROM registry.feature WHERE layer = (SELECT id FROM registry.layer
                           WHERE collection = 'drainage-links') ORDER BY row_number LIMIT 1
                        """).get(0);

        assertThat(pipe.get("up")).isEqualTo("0.377952");
        assertThat(pipe.get("width")).isEqualTo("762.0");
        assertThat(pipe.get("length")).isEqualTo("27.1272");
        // 90.58 US survey feet on the ground are 27.61 m; the grid of the city has its own scale, here within a part in
        // 2,000.
        assertThat((Double) pipe.get("drawn")).isCloseTo(27.61, within(0.02));
    }
}
