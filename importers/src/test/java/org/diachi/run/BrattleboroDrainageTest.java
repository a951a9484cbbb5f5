package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.drainage.check.Finding;
import org.diachi.drainage.check.NetworkCheck;
import org.diachi.drainage.check.Rule;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.diachi.drainage.trace.Direction;
import org.diachi.drainage.trace.Start;
import org.diachi.drainage.trace.Tracer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real sewer network without any ids: what is connected comes from geometry, compared with PostGIS. */
@Tag("real-data")
class BrattleboroDrainageTest {

    @RegisterExtension
    static final ImportFixture town = ImportFixture.of("brattleboro");

    private static final String LINE = """
            (SELECT id, shape FROM registry.feature
              WHERE layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-links'))
            """;

    private static final String MANHOLE = LINE.replace("links", "nodes");

    private static ImportResult lines;
    private static Network network;

    @BeforeAll
    static void importTheNetwork() {
        town.run(ImportFixture.real("brattleboro-vt/brattleboro_points.geojson"), "manholes");
        Path file = ImportFixture.real("brattleboro-vt/brattleboro_linear.geojson");
        lines = town.run(file, "sewer-lines");
        DrainageSettings settings =
                DrainageSettings.read(town.registry().profile().folder());
        network = new DrainageNetworks(
                        town.registry().dataSource(),
                        settings,
                        town.registry().profile().storageCrs().epsg())
                .at(TimeView.of(town.registry().profile().today()))
                .network();
    }

    @Test
    void rowsThatStandInTheFileTwiceAreOne() {
        assertThat(ImportFixture.counts(lines))
                .isEqualTo("read 3401: added 3394, changed 0, same 7, merged 0, refused 0");
        assertThat(network.nodes().stream().filter(node -> node.feature() != Node.FOUND))
                .hasSize(1495);
    }

    @Test
    void endsMeetTheManholesThatPostgisFindsNear() {
        long ends = town.count("""
                SELECT count(*) FROM %s l CROSS JOIN LATERAL (VALUES (ST_StartPoint(l.shape)), (ST_EndPoint(l.shape))) e (at)
                 WHERE EXISTS (SELECT FROM %s n WHERE ST_DWithin(n.shape, e.at, 0.5))
                """.formatted(LINE, MANHOLE));

        long atManholes = 0;
        for (int link = 0; link < network.links().size(); link++) {
            for (int node : List.of(network.from(link), network.to(link))) {
                atManholes += network.node(node).feature() != Node.FOUND ? 1 : 0;
            }
        }
        assertThat(atManholes).isEqualTo(ends);
    }

    @Test
    void endsThatMeetNothingAreThoseThatPostgisFindsAlone() {
        List<Map<String, Object>> alone = town.rows("""
                WITH line AS %s, e AS (
                    SELECT id, 1 AS side, ST_StartPoint(shape) AS at FROM line
                    UNION ALL SELECT id, 2, ST_EndPoint(shape) FROM line)
                SELECT DISTINCT e.id FROM e
                 WHERE NOT EXISTS (SELECT FROM %s n WHERE ST_DWithin(n.shape, e.at, 0.5))
                   AND NOT EXISTS (SELECT FROM e o WHERE (o.id, o.side) <> (e.id, e.side) AND ST_DWithin(o.at, e.at, 0.5))
                """.formatted(LINE, MANHOLE));

        assertThat(NetworkCheck.of(network, 32145).stream()
                        .filter(finding -> finding.rule() == Rule.DANGLING_END)
                        .map(Finding::feature)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        alone.stream().map(row -> (Long) row.get("id")).toList());
    }

    @Test
    void aTraceGoesOnWhereThereAreNoIds() {
        Tracer tracer = new Tracer(network);
        int most = 0;
        for (int node = 0; node < network.nodes().size(); node++) {
            most = Math.max(
                    most,
                    tracer.trace(Start.node(node), Direction.UPSTREAM, Set.of())
                            .links()
                            .size());
        }
        assertThat(most).isGreaterThan(100);
    }
}
