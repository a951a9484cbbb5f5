package org.diachi.drainage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.diachi.drainage.network.LinkIndex;
import org.diachi.drainage.network.Node;
import org.diachi.drainage.trace.Trace;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds what a trace serves. An address belongs to the link that is nearest to it, if that is near enough: registers of
 * drains seldom tell which house is connected to which pipe. Thread-safe.
 */
public final class ServedReader {

    /** Of more links addresses are not sought: an answer of a whole city's addresses helps nobody. */
    static final int MOST_LINKS = 2_000;

    private static final String LAYER = "SELECT id FROM registry.layer WHERE collection = ?";

    /** Joined with the ids: of a list of a hundred thousand constants the planner thinks for seconds. */
    private static final String CATCHMENTS = """
            SELECT v.id, v.attributes ->> 'nodeId' AS node, ST_Area(v.shape) AS area
              FROM unnest(?::text[]) AS n (id)
              JOIN registry.feature v ON v.attributes ->> 'nodeId' = n.id
             WHERE v.layer = ?
               AND v.attributes ?? 'nodeId'
               AND v.valid_from <= ? AND (v.valid_to IS NULL OR v.valid_to > ?)
               AND v.added <= ? AND (v.ended IS NULL OR v.ended > ?)
             ORDER BY v.id
            """;

    private static final String ADDRESSES = """
            SELECT DISTINCT near.code, ST_X(near.position) AS x, ST_Y(near.position) AS y
              FROM unnest(?::bigint[]) AS traced (id)
             CROSS JOIN LATERAL (
                   SELECT f.shape FROM registry.feature f
                    WHERE f.layer = ? AND f.id = traced.id
                      AND f.valid_from <= ? AND (f.valid_to IS NULL OR f.valid_to > ?)
                      AND f.added <= ? AND (f.ended IS NULL OR f.ended > ?)
                   OFFSET 0) link
             CROSS JOIN LATERAL (
                   SELECT a.code, a.position FROM registry.address_version a
                    WHERE ST_DWithin(a.shape, link.shape, ?) AND a.status = 'current'
                      AND a.valid_from <= ? AND (a.valid_to IS NULL OR a.valid_to > ?)
                      AND a.added <= ? AND (a.ended IS NULL OR a.ended > ?)
                   OFFSET 0) near
            """;

    private final JdbcTemplate jdbc;
    private final DrainageSettings settings;

    public ServedReader(DataSource dataSource, DrainageSettings settings) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.settings = settings;
    }

    /**
     * What a trace serves.
     *
     * @param day the legal day of its network
     * @param seq the last entry of the change log that its network contains
     * @param withCatchments whether their layer may be read
     */
    public Served read(Trace trace, LocalDate day, long seq, boolean withCatchments) {
        List<Integer> asked =
                trace.links().subList(0, Math.min(MOST_LINKS, trace.links().size()));
        return new Served(
                withCatchments ? catchments(trace, day, seq) : List.of(),
                addresses(trace, asked, day, seq),
                asked.size());
    }

    private List<Catchment> catchments(Trace trace, LocalDate day, long seq) {
        String[] ids = trace.nodes().stream()
                .map(node -> trace.network().node(node))
                .map(Node::id)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        Optional<Integer> layer = layer(settings.catchments());
        if (layer.isEmpty()) {
            return List.of();
        }
        List<Object> binds = List.of(ids, layer.get(), day, day, seq, seq);
        return jdbc.query(
                new FreshPlan(CATCHMENTS, binds),
                (row, number) -> new Catchment(
                        row.getLong("id"), Objects.requireNonNull(row.getString("node")), row.getDouble("area")));
    }

    private List<String> addresses(Trace trace, List<Integer> asked, LocalDate day, long seq) {
        Long[] features =
                asked.stream().map(link -> trace.network().link(link).feature()).toArray(Long[]::new);
        Set<Integer> traced = new HashSet<>(trace.links());
        LinkIndex index = trace.network().index();
        Set<String> codes = new TreeSet<>();
        double metres = settings.addressMetres();
        int layer = layer(DrainageNetworks.LINKS).orElseThrow();
        List<Object> binds = List.of(features, layer, day, day, seq, seq, metres, day, day, seq, seq);
        jdbc.query(new FreshPlan(ADDRESSES, binds), row -> {
            OptionalInt nearest = index.find(new Coordinate(row.getDouble("x"), row.getDouble("y")), metres);
            if (nearest.isPresent() && traced.contains(nearest.getAsInt())) {
                codes.add(row.getString("code"));
            }
        });
        return List.copyOf(codes);
    }

    private Optional<Integer> layer(String collection) {
        return jdbc.queryForList(LAYER, Integer.class, collection).stream().findFirst();
    }
}
