package org.diachi.change;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
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

    /** The state that a view asks for, fixed: later changes do not touch it. */
    public Snapshot resolve(TimeView view) {
        Instant knownAt = view.knownAt();
        return new Snapshot(view.asOf(), knownAt == null ? head() : seqAt(knownAt));
    }
}
