package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.diachi.mapping.Mapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network whose rows do not fit one another stays out, and the former one in force. */
class NetworkImportTest {

    private static final String NODES = """
            source: %1$s-nodes
            target: drainage-nodes
            id: row
            read: { wkt: wkt, crs: "EPSG:9214" }
            fields: { nodeId: id, type: type }
            """;

    private static final String LINKS = """
            source: %1$s-links
            target: drainage-links
            id: row
            read: { wkt: wkt, crs: "EPSG:9214" }
            fields: { linkId: id, fromNode: from, toNode: to }
            """;

    @TempDir
    Path folder;

    private ImportFixture hue;

    @BeforeEach
    void open() {
        hue = ImportFixture.of("hue");
    }

    @AfterEach
    void close() {
        hue.close();
    }

    private ImportResult run(String mapping, String header, String rows) {
        try {
            Path file = Files.writeString(folder.resolve("rows.csv"), header + "\n" + rows);
            Path read = Files.writeString(folder.resolve("m.yaml"), mapping.formatted("test"));
            return hue.run(file, Mapping.read(read), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportResult nodes(String... ids) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ids.length; i++) {
            String type = ids[i].startsWith("O") ? "outfall" : "manhole";
            rows.append("%d,%s,%s,POINT(%d 1821000)\n".formatted(i, ids[i], type, 561000 + 100 * i));
        }
        return run(NODES, "row,id,type,wkt", rows.toString());
    }

    private ImportResult links(String... told) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < told.length; i++) {
            String[] link = told[i].split(" ", -1);
            int from = 561000 + 100 * (link[1].charAt(0) == 'O' ? 2 : link[1].charAt(0) - 'A');
            int to = 561000 + 100 * (link[2].charAt(0) == 'O' ? 2 : link[2].charAt(0) - 'A');
            rows.append("%d,%s,%s,%s,\"LINESTRING(%d 1821000,%d 1821001,%d 1821000)\"\n"
                    .formatted(i, link[0], link[1], link[2], from, (from + to) / 2 + 1, to));
        }
        return run(LINKS, "row,id,from,to,wkt", rows.toString());
    }

    @Test
    void aSoundNetworkHasNothingToTell() {
        assertThat(nodes("A", "B", "O").report().issues()).isZero();
        assertThat(links("a A B", "b B O").report().issues()).isZero();
        // The same again is compared with itself, not with what is there.
        assertThat(links("a A B", "b B O").report().issues()).isZero();
    }

    @Test
    void severeFindingsLeaveTheFormerNetworkInForce() {
        nodes("A", "B", "O");
        links("a A B", "b B O");
        long before = hue.changes();

        ImportRefusedException refused =
                catchThrowableOfType(ImportRefusedException.class, () -> links("a A B", "a B O", "c B B"));

        assertThat(refused.report().issuesByRule()).containsOnlyKeys("duplicate-link", "self-loop");
        assertThat(hue.changes()).isEqualTo(before);
        assertThat(hue.rows("""
                        SELECT row_number, rule, severity, ST_GeometryType(place) AS place FROM registry.import_issue
                         WHERE run = (SELECT max(id) FROM registry.import_run) AND rule = 'duplicate-link'
                        """))
                .containsExactly(Map.of(
                        "row_number", 2L, "rule", "duplicate-link", "severity", "refused", "place", "ST_LineString"));
    }

    @Test
    void twoNodesOfOneIdAreKeptOut() {
        ImportRefusedException refused = catchThrowableOfType(ImportRefusedException.class, () -> nodes("A", "B", "A"));

        assertThat(refused.report().issuesByRule()).containsOnlyKeys("duplicate-node");
    }

    @Test
    void whatIsOddIsTakenOverAndNoted() {
        nodes("A", "B", "O");

        ImportResult result = links("a A B", "b O B");

        assertThat(result.report().added()).isEqualTo(2);
        assertThat(result.report().issuesByRule()).containsOnlyKeys("dead-end");
    }
}
