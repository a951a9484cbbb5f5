package org.diachi.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.diachi.view.conflict.Conflicts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares what the change log tells with all watches. Of several nodes one does so at a time. */
public final class Watchman {

    /** Entries that are looked at in one transaction. */
    private static final long STEP = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Conflicts conflicts;
    private final String script;

    public Watchman(DataSource dataSource, Conflicts conflicts) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.conflicts = conflicts;
        this.script = script();
    }

    /** Looks at everything up to where the view of conflicts has come to, which is never far behind the log. */
    public void look() {
        long end = conflicts.position();
        while (Boolean.TRUE.equals(transaction.execute(status -> step(end)))) {
            // Another step.
        }
    }

    private boolean step(long end) {
        List<Long> position = jdbc.sql("SELECT seq FROM registry.watch_head FOR UPDATE SKIP LOCKED")
                .query(Long.class)
                .list();
        if (position.isEmpty() || position.get(0) >= end) {
            return false;
        }
        long after = position.get(0);
        long seq = Math.min(end, after + STEP);
        jdbc.sql(script).param("after", after).param("seq", seq).update();
        jdbc.sql("UPDATE registry.watch_head SET seq = ?").param(seq).update();
        return seq < end;
    }

    private static String script() {
        try (InputStream stream = Watchman.class.getResourceAsStream("tell.sql")) {
            return new String(Objects.requireNonNull(stream, "tell.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
