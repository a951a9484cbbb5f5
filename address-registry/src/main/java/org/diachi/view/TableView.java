package org.diachi.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.DigestUtils;

/**
 * A view kept in tables of the schema {@code view}, which all nodes share: whoever comes first brings it forward. Beside
 * its class stand {@code create.sql}, {@code fill.sql} (binds seq), {@code catch_up.sql} (binds after and seq) and
 * {@code verify.sql} (binds seq; one text column of differences).
 */
public abstract class TableView implements View {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Map<String, String> settings;
    private final String definition;

    protected TableView(DataSource dataSource) {
        this(dataSource, Map.of());
    }

    /**
     * A view whose scripts bind more.
     *
     * @param settings further binds by name; other ones make another view, which is built anew
     */
    protected TableView(DataSource dataSource, Map<String, String> settings) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(manager);
        this.snapshot = new TransactionTemplate(manager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.settings = Map.copyOf(settings);
        this.definition = DigestUtils.md5DigestAsHex(
                (script("create.sql") + script("fill.sql") + script("catch_up.sql") + new TreeMap<>(settings))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** For reading the view. */
    protected JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public final long position() {
        return jdbc.sql("SELECT seq FROM view.position WHERE name = ? AND definition = ?")
                .params(name(), definition)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** Whether there is something to read; what an older release has built does not count. */
    public final boolean isBuilt() {
        return position() >= 0;
    }

    @Override
    public final void rebuild() {
        snapshot.executeWithoutResult(status -> {
            lock();
            long head = jdbc.sql("SELECT seq FROM registry.log_head")
                    .query(Long.class)
                    .single();
            jdbc.sql(script("create.sql")).update();
            jdbc.sql(script("fill.sql")).params(settings).param("seq", head).update();
            String note = """
                    INSERT INTO view.position (name, seq, definition) VALUES (:name, :seq, :definition)
                    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, definition = excluded.definition
                    """;
            jdbc.sql(note)
                    .param("name", name())
                    .param("seq", head)
                    .param("definition", definition)
                    .update();
        });
    }

    @Override
    public final void catchUp(long seq) {
        transaction.executeWithoutResult(status -> {
            lock();
            long after = position();
            if (after < seq) {
                jdbc.sql(script("catch_up.sql"))
                        .params(settings)
                        .param("after", after)
                        .param("seq", seq)
                        .update();
                jdbc.sql("UPDATE view.position SET seq = ? WHERE name = ?")
                        .params(seq, name())
                        .update();
            }
        });
    }

    @Override
    public final List<String> verify() {
        return Objects.requireNonNull(snapshot.execute(status -> {
            long position = position();
            return position < 0
                    ? List.of("is not built")
                    : jdbc.sql(script("verify.sql"))
                            .params(settings)
                            .param("seq", position)
                            .query(String.class)
                            .list();
        }));
    }

    /** One node at a time; held to the end of the transaction. */
    private void lock() {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext(?))")
                .param("view " + name())
                .query(Integer.class)
                .single();
    }

    private String script(String file) {
        try (InputStream stream = getClass().getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(stream, () -> file + " of " + getClass())
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
