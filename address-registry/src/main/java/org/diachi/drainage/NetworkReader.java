package org.diachi.drainage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.diachi.db.FreshPlan;
import org.diachi.db.Where;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads nodes and links as they were believed at an entry of the log. Thread-safe. */
final class NetworkReader {

    static final String NODES = "drainage-nodes";
    static final String LINKS = "drainage-links";

    private static final int ROWS_AT_A_TIME = 2000;

    private static final String SELECT_NODES = """
            SELECT v.id, v.valid_from, v.valid_to, v.row_number, v.source, v.source_id,
                   ST_X(ST_Centroid(v.shape)) AS x, ST_Y(ST_Centroid(v.shape)) AS y, a.*
              FROM registry.feature v
             CROSS JOIN LATERAL jsonb_to_record(v.attributes)
                     AS a ("nodeId" text, type text, "groundLevel" text, "invertLevel" text)
             WHERE v.layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-nodes') AND %s
             ORDER BY v.id, v.valid_from
            """;

    private static final String SELECT_LINKS = """
            SELECT v.id, v.valid_from, v.valid_to, v.row_number, v.source, v.source_id,
                   ST_AsBinary(ST_Force2D(v.shape)) AS shape, a.*
              FROM registry.feature v
             CROSS JOIN LATERAL jsonb_to_record(v.attributes)
                     AS a ("linkId" text, "fromNode" text, "toNode" text, type text, "crossSection" text, diameter text,
                           width text, height text, roughness text, "upstreamInvert" text, "downstreamInvert" text)
             WHERE v.layer = (SELECT id FROM registry.layer WHERE collection = 'drainage-links') AND %s
             ORDER BY v.id, v.valid_from
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final int srid;

    NetworkReader(DataSource dataSource, int srid) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_AT_A_TIME);
        // Rows come in portions only within a transaction, which also makes the two queries see one state.
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.transaction.setReadOnly(true);
        this.srid = srid;
    }

    /** All states that are believed at an entry. */
    NetworkStates read(long seq) {
        return read(believedAt(seq), (source, id) -> true);
    }

    /** Those of some features. */
    NetworkStates read(Collection<Long> features, long seq) {
        return read(
                believedAt(seq).and("v.id = ANY (?)", (Object) features.toArray(Long[]::new)), (source, id) -> true);
    }

    /** Those that hold on a day, but for rows of sources, told by source and id there, that are left out. */
    NetworkStates read(long seq, LocalDate day, BiPredicate<String, String> isWanted) {
        Where where = believedAt(seq).and("v.valid_from <= ?", day).and("(v.valid_to IS NULL OR v.valid_to > ?)", day);
        return read(where, isWanted);
    }

    private static Where believedAt(long seq) {
        return new Where().and("v.added <= ? AND (v.ended IS NULL OR v.ended > ?)", seq, seq);
    }

    private NetworkStates read(Where where, BiPredicate<String, String> isWanted) {
        NetworkStates states = new NetworkStates();
        RowReader rows = new RowReader(srid);
        transaction.executeWithoutResult(status -> {
            jdbc.query(plan(SELECT_NODES, where), row -> {
                if (isWanted.test(row.getString("source"), row.getString("source_id"))) {
                    states.addNode(dated(row, rows.node(row)));
                }
            });
            jdbc.query(plan(SELECT_LINKS, where), row -> {
                if (isWanted.test(row.getString("source"), row.getString("source_id"))) {
                    states.addLink(dated(row, rows.link(row)));
                }
            });
        });
        return states;
    }

    private static FreshPlan plan(String select, Where where) {
        List<Object> binds = new ArrayList<>(where.values());
        return new FreshPlan(select.formatted(where.sql()), binds);
    }

    private static <T> Dated<T> dated(ResultSet row, T item) throws SQLException {
        @Nullable LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new Dated<>(row.getLong("id"), new Period(row.getObject("valid_from", LocalDate.class), to), item);
    }
}
