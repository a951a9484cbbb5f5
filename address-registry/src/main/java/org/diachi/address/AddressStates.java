package org.diachi.address;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.diachi.value.Crs;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads whole objects: all states of all legal periods that are believed after an entry of the log. Thread-safe. */
public final class AddressStates {

    /** Binds what the condition binds, then seq seven times. */
    private static final String SELECT = """
            SELECT v.*, NULL::text AS ward_code, NULL::text AS ward_name,
                   ids.pairs AS external_ids, before.links AS predecessors, behind.links AS successors,
                   greatest(v.added, ids.changed, before.changed, behind.changed) AS changed
              FROM (SELECT x.code, x.version, x.valid_from, x.valid_to, x.added, x.kind, x.status, x.name,
                           x.house_number, x.street, x.ward, x.method, x.accuracy, x.located_at, x.parts, x.details,
                           ST_AsBinary(x.position) AS position,
                           CASE WHEN ST_Dimension(x.shape) > 0 THEN ST_AsBinary(x.shape) END AS outline
                      FROM registry.address_version x
                     WHERE %s x.added <= ? AND (x.ended IS NULL OR x.ended > ?)
                     ORDER BY x.code, x.valid_from) v
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[e.scheme, e.value])
                              FILTER (WHERE e.ended IS NULL OR e.ended > ?) AS pairs,
                          greatest(max(e.added), max(e.ended) FILTER (WHERE e.ended <= ?)) AS changed
                     FROM registry.external_id e
                    WHERE e.code = v.code AND e.added <= ?) ids
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[s.predecessor, s.kind, s.effective::text]) AS links,
                          max(s.added) AS changed
                     FROM registry.succession s
                    WHERE s.successor = v.code AND s.added <= ?) before
             CROSS JOIN LATERAL (
                   SELECT array_agg(ARRAY[s.successor, s.kind, s.effective::text]) AS links,
                          max(s.added) AS changed
                     FROM registry.succession s
                    WHERE s.predecessor = v.code AND s.added <= ?) behind
             ORDER BY v.code, v.valid_from
            """;

    private static final String ALL = SELECT.formatted("");
    private static final String BY_CODES = SELECT.formatted("x.code = ANY (?) AND");

    /** Objects located at others, in any state that is believed. */
    private static final String LOCATED = """
            SELECT DISTINCT v.code FROM registry.address_version v
             WHERE v.located_at = ANY (?) AND v.added <= ? AND (v.ended IS NULL OR v.ended > ?)
            """;

    private static final int ROWS_AT_A_TIME = 5000;

    private final DataSource dataSource;
    private final AddressObjectMapper mapper;

    /**
     * A reader of one registry.
     *
     * @param storageCrs the CRS of the geometries
     */
    public AddressStates(DataSource dataSource, Crs storageCrs) {
        this.dataSource = dataSource;
        this.mapper = new AddressObjectMapper(storageCrs.epsg());
    }

    /** The states of objects, in the order of codes and days. */
    public List<AddressState> list(Collection<String> codes, long seq) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<Object> binds = List.of(codes.toArray(String[]::new), seq, seq, seq, seq, seq, seq, seq);
        return new JdbcTemplate(dataSource).query(new FreshPlan(BY_CODES, binds), this::state);
    }

    /** All states of all objects, in the order of codes and days, read as they are consumed. */
    public void forEach(long seq, Consumer<AddressState> consumer) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
        // Rows come in portions only within a transaction.
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setReadOnly(true);
        transaction.executeWithoutResult(status ->
                jdbc.query(new FreshPlan(ALL, List.of(seq, seq, seq, seq, seq, seq, seq)), row -> {
                    consumer.accept(state(row, 0));
                }));
    }

    /** The codes of the objects that are located at others. */
    public List<String> listLocatedAt(Collection<String> codes, long seq) {
        return new JdbcTemplate(dataSource).queryForList(LOCATED, String.class, codes.toArray(String[]::new), seq, seq);
    }

    private AddressState state(ResultSet row, int number) throws SQLException {
        return new AddressState(mapper.mapRow(row, number), row.getObject("ward", Long.class));
    }
}
