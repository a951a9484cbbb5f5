package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.drainage.ServedReader;
import org.diachi.drainage.check.Finding;
import org.diachi.drainage.check.NetworkCheck;
import org.diachi.drainage.check.Rule;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.Node;
import org.diachi.drainage.trace.Direction;
import org.diachi.drainage.trace.Start;
import org.diachi.drainage.trace.Trace;
import org.diachi.drainage.trace.Tracer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Traces and findings of a real storm-drain network, against SQL and the counts that its data sheet gives. */
@Tag("real-data")
class NorfolkDrainageTest {

    @RegisterExtension
    static final ImportFixture norfolk = ImportFixture.of("norfolk");

    /**
     * An independent search: from every structure at once, by recursive SQL over the attributes as they are stored. It gives
     * the links that a trace goes through, by their ids.
     */
    private static final String REACH = """
            WITH RECURSIVE node AS MATERIALIZED (
                SELECT DISTINCT attributes ->> 'nodeId' AS id FROM registry.feature
                 WHERE layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-nodes')
                   AND attributes ->> 'nodeId' IS NOT NULL),
            told AS (
                SELECT attributes ->> 'linkId' AS id, attributes ->> 'fromNode' AS a, attributes ->> 'toNode' AS b,
                       (attributes ->> 'upstreamInvert')::float8 < (attributes ->> 'downstreamInvert')::float8 AS rises
                  FROM registry.feature
                 WHERE layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-links')),
            link AS MATERIALIZED (
                SELECT id, CASE WHEN rises THEN b ELSE a END AS tail, CASE WHEN rises THEN a ELSE b END AS head FROM told),
            reach (start, node) AS (
                SELECT id, id FROM node
                UNION
                SELECT r.start, n.id FROM reach r JOIN link l ON l.%1$s = r.node JOIN node n ON n.id = l.%2$s)
            SELECT r.start, string_agg(l.id, ' ' ORDER BY l.id COLLATE "C") AS links
              FROM reach r LEFT JOIN link l ON l.%1$s = r.node GROUP BY r.start
            """;

    private static Network network;
    private static List<Finding> findings;

    @BeforeAll
    static void importTheNetwork() {
        Path file = ImportFixture.real("norfolk-drainage/norfolk_brambleton_drainage.gpkg");
        norfolk.run(file, "nodes");
        norfolk.run(file, "pipes");
        norfolk.run(file, "basins");
        DrainageSettings settings =
                DrainageSettings.read(norfolk.registry().profile().folder());
        int srid = norfolk.registry().profile().storageCrs().epsg();
        network = new DrainageNetworks(norfolk.registry().dataSource(), settings, srid)
                .at(TimeView.of(norfolk.registry().profile().today()))
                .network();
        findings = NetworkCheck.of(network, srid);
    }

    private static Map<String, String> searchOf(String near, String far) {
        Map<String, String> links = new HashMap<>();
        norfolk.rows(REACH.formatted(near, far))
                .forEach(row -> links.put(
                        (String) row.get("start"), row.get("links") == null ? "" : (String) row.get("links")));
        return links;
    }

    private static Map<String, String> traces(Direction direction) {
        Tracer tracer = new Tracer(network);
        Map<String, String> links = new HashMap<>();
        for (Node node : network.nodes()) {
            if (node.id() != null) {
                Start start = Start.node(network.findNode(node.id()).orElseThrow());
                Trace trace = tracer.trace(start, direction, Set.of());
                links.put(
                        node.id(),
                        trace.links().stream()
                                .map(link -> network.link(link).name())
                                .sorted()
                                .collect(Collectors.joining(" ")));
            }
        }
        return links;
    }

    @Test
    void downstreamOfEveryNodeIsWhatSqlFinds() {
        assertThat(traces(Direction.DOWNSTREAM)).hasSize(3370).isEqualTo(searchOf("tail", "head"));
    }

    @Test
    void upstreamOfEveryNodeIsWhatSqlFinds() {
        assertThat(traces(Direction.UPSTREAM)).hasSize(3370).isEqualTo(searchOf("head", "tail"));
    }

    @Test
    void nodesWithoutIdHangOnNothing() {
        Tracer tracer = new Tracer(network);
        List<Integer> nameless = Stream.iterate(0, node -> node + 1)
                .limit(network.nodes().size())
                .filter(node -> network.node(node).id() == null)
                .toList();

        assertThat(nameless).hasSize(904).allSatisfy(node -> {
            Trace trace = tracer.trace(Start.node(node), Direction.UPSTREAM, Set.of());
            assertThat(trace.links()).isEmpty();
            assertThat(trace.nodes()).containsExactly(node);
        });
    }

    @Test
    void catchmentsAreThoseOfTheNodes() {
        ServedReader served = new ServedReader(norfolk.registry().dataSource(), DrainageSettings.USUAL);
        LocalDate today = norfolk.registry().profile().today();
        long known = norfolk.count("""
                SELECT count(*) FROM registry.feature c
                 WHERE layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-catchments')
                   AND attributes ->> 'nodeId' IN (
                       SELECT attributes ->> 'nodeId' FROM registry.feature
                        WHERE layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-nodes'))
                """);
        Set<Long> found = new HashSet<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            Trace trace = new Tracer(network).trace(Start.node(node), Direction.DOWNSTREAM, Set.of("MH"));
            served.read(trace, today, Long.MAX_VALUE - 1, true).catchments().forEach(each -> found.add(each.feature()));
        }

        assertThat(known).isPositive();
        assertThat(found).hasSize((int) known);
    }

    private static List<Finding> findings(Rule rule) {
        return findings.stream().filter(finding -> finding.rule() == rule).toList();
    }

    private static Set<Long> rows(Rule rule) {
        return findings(rule).stream().map(Finding::row).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theCountsOfTheDataSheetAreFound() {
        Set<Long> unknown = new HashSet<>(rows(Rule.UNKNOWN_NODE));
        unknown.removeAll(rows(Rule.MISSING_END));

        assertThat(findings(Rule.MISSING_END)).hasSize(1085);
        assertThat(unknown).hasSize(268);
        assertThat(findings(Rule.UPHILL)).hasSize(398);
        assertThat(findings(Rule.REVERSED)).hasSize(14);
        assertThat(findings(Rule.ENDS_ELSEWHERE)).hasSize(4);
        assertThat(findings(Rule.NODE_WITHOUT_ID)).hasSize(904);
        assertThat(findings(Rule.DUPLICATE_NODE)).extracting(Finding::id).containsExactly("H1503720");
    }

    @Test
    void everyFindingHasARowAndAPlace() {
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.row()).isPositive();
            assertThat(finding.place()).isNotNull();
            assertThat(finding.message()).isNotBlank();
        });
    }
}
