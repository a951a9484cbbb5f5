package org.diachi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and appends to the audit log, and looks whether it is whole. Acts of the register append in their ledger. */
public final class AuditLog {

    private static final String APPEND = """
            SELECT registry.append_audit(?, ?, ?, ?, ?, ?, NULL, NULL)
            """;

    /** Entries whose hash does not follow from their content and the entry before, and numbers that are missing. */
    private static final String BROKEN = """
            SELECT 'audit entry ' || seq || CASE WHEN seq <> number THEN ' stands where ' || number || ' should'
                                                 ELSE ' is not what it was when it was written' END
              FROM (SELECT a.seq, a.hash, row_number() OVER (ORDER BY a.seq) AS number,
                           registry.audit_hash(lag(a.hash, 1, sha256('')) OVER (ORDER BY a.seq), a) AS due
                      FROM registry.audit a) entry
             WHERE hash <> due OR seq <> number
             ORDER BY seq LIMIT 10
            """;

    private static final String HEAD_DIFFERS = """
            SELECT 'the audit log ends at entry ' || coalesce(max(a.seq), 0) || ', its head says ' || h.seq
              FROM registry.audit_head h LEFT JOIN registry.audit a ON true
             GROUP BY h.seq, h.hash
            HAVING coalesce(max(a.seq), 0) <> h.seq
                OR (SELECT l.hash FROM registry.audit l WHERE l.seq = h.seq) IS DISTINCT FROM h.hash
            """;

    /** Entries of the change log that no entry of the audit log answers for. */
    private static final String UNCOVERED = """
            SELECT 'no audit entry answers for the changes after ' || covered || ' and before ' || first_change
              FROM (SELECT first_change, last_change,
                           lag(last_change, 1, 0::bigint) OVER (ORDER BY last_change, first_change) AS covered
                      FROM registry.audit WHERE last_change IS NOT NULL) span
             WHERE first_change > covered + 1
             UNION ALL
            SELECT 'no audit entry answers for the changes after ' || coalesce(max(a.last_change), 0)
              FROM registry.audit a
            HAVING coalesce(max(a.last_change), 0) < (SELECT seq FROM registry.log_head)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public AuditLog(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Notes what was done to something else than the register itself, in the transaction that does it. */
    public void appendDone(Attempt attempt) {
        append("done", attempt);
    }

    /** Notes what was denied. */
    public void appendDenied(Attempt attempt) {
        append("denied", attempt);
    }

    private void append(String outcome, Attempt attempt) {
        jdbc.sql(APPEND)
                .param(outcome)
                .param(attempt.actor())
                .param(attempt.place())
                .param(attempt.act())
                .param(attempt.subject())
                .param(attempt.why())
                .query((row, number) -> outcome)
                .single();
    }

    /** Entries in their order, at most so many. */
    public List<AuditEntry> list(long after, int limit) {
        return jdbc.sql("SELECT * FROM registry.audit WHERE seq > ? ORDER BY seq LIMIT ?")
                .params(after, limit)
                .query(AuditLog::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        Attempt attempt = new Attempt(
                text(row, "actor"),
                text(row, "origin"),
                text(row, "act"),
                row.getString("subject"),
                row.getString("why"));
        return new AuditEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                text(row, "outcome").equals("done"),
                attempt,
                row.getObject("first_change", Long.class),
                row.getObject("last_change", Long.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    /**
     * Number and hash of the last entry. Who writes them down elsewhere can tell later that nothing before was changed,
     * even by someone who owns the database and has computed the whole chain anew.
     */
    public String head() {
        return jdbc.sql("SELECT seq, hash FROM registry.audit_head")
                .query((row, number) ->
                        row.getLong("seq") + ":" + HexFormat.of().formatHex(row.getBytes("hash")))
                .single();
    }

    /** Whether the role of the service can only append: not if it is the owner of the log as well. */
    public boolean isOutOfReach() {
        return jdbc.sql("SELECT NOT has_table_privilege('registry.audit', 'INSERT, UPDATE, DELETE, TRUNCATE')")
                .query(Boolean.class)
                .single();
    }

    /** What shows that entries were changed, taken out or slipped in; empty if the log is whole. */
    public List<String> verify() {
        return Objects.requireNonNull(snapshot.execute(status -> Stream.of(BROKEN, HEAD_DIFFERS, UNCOVERED)
                .flatMap(question -> jdbc.sql(question).query(String.class).list().stream())
                .toList()));
    }
}
