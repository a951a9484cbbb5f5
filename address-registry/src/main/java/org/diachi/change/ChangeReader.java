package org.diachi.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.db.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how far the change log has come, now and at any instant. */
public final class ChangeReader {

    /** The log has no gaps and its times rise with it, so that an instant is found by halving. */
    private static final String SEQ_AT = """
            WITH RECURSIVE span (low, high) AS (
                SELECT 0::bigint, seq FROM registry.log_head
                UNION ALL
                SELECT CASE WHEN c.at <= :at THEN c.seq ELSE s.low END,
                       CASE WHEN c.at <= :at THEN s.high ELSE c.seq - 1 END
                  FROM span s JOIN registry.change c ON c.seq = (s.low + s.high + 1) / 2
                 WHERE s.low < s.high)
            SELECT low FROM span WHERE low = high
            """;

    private static final String LIST = """
            SELECT c.seq, c.at, c.actor, c.act, c.kind, c.code, c.version, c.effective, c.reason, c.document, c.import_run
              FROM registry.change c
             WHERE c.seq > ? AND c.seq <= ? AND %s
             ORDER BY c.seq
             LIMIT ?
            """;

    private final JdbcClient jdbc;

    public ChangeReader(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The number of the last entry of the log; 0 when there is none yet. */
    public long head() {
        return jdbc.sql("SELECT seq FROM registry.log_head").query(Long.class).single();
    }

    /** The number of the last entry at an instant; 0 before the first. */
    public long seqAt(Instant instant) {
        return jdbc.sql(SEQ_AT)
                .param("at", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Entries in the order of the log.
     *
     * @param after the number before the first that is wanted
     * @param limit the most that are wanted
     */
    public List<Change> list(long after, int limit) {
        return list(after, Long.MAX_VALUE, new Where(), limit);
    }

    /**
     * Entries that meet conditions, in the order of the log.
     *
     * @param after the number before the first that is looked at
     * @param upTo the number of the last that is looked at
     * @param where conditions on {@code registry.change c}
     * @param limit the most that are wanted
     */
    public List<Change> list(long after, long upTo, Where where, int limit) {
        List<Object> binds = new ArrayList<>(List.of(after, upTo));
        binds.addAll(where.values());
        binds.add(limit);
        return jdbc.sql(LIST.formatted(where.sql()))
                .params(binds)
                .query(ChangeReader::change)
                .list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        ActContext context = new ActContext(
                text(row, "actor"),
                row.getObject("effective", LocalDate.class),
                row.getString("reason"),
                row.getString("document"),
                row.getObject("import_run", Long.class));
        return new Change(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                text(row, "act"),
                text(row, "kind"),
                text(row, "code"),
                row.getInt("version"),
                context);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    /** The state that a view asks for, fixed: later changes do not touch it. */
    public Snapshot resolve(TimeView view) {
        Instant knownAt = view.knownAt();
        return new Snapshot(view.asOf(), knownAt == null ? head() : seqAt(knownAt));
    }
}
