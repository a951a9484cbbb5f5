package org.diachi.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be sent to the addresses of watches. Of several nodes one sends to an address at a time. Thread-safe. */
public final class Deliveries {

    /** Events of one delivery. */
    private static final int MOST_EVENTS = 100;

    /** For so long nobody else sends to an address: longer than any attempt takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Watches watches;

    public Deliveries(DataSource dataSource, Watches watches) {
        this.jdbc = JdbcClient.create(dataSource);
        this.watches = watches;
    }

    /**
     * Events that one address is to be told now.
     *
     * @param watch its id
     * @param url the address
     * @param secret signs the message
     * @param attempts how often in a row it has failed
     */
    public record Delivery(long watch, String url, byte[] secret, int attempts, List<WatchEvent> events) {

        public Delivery {
            Objects.requireNonNull(url, "url");
            events = List.copyOf(events);
        }

        /** The number of the last event. */
        public long last() {
            return events.get(events.size() - 1).number();
        }
    }

    private record Address(long watch, String url, byte[] secret, int attempts, long delivered) {}

    /**
     * What is due, if anything is; whoever takes it says later what became of it. Nothing is due of a watch whose owner's
     * key has ended.
     */
    public Optional<Delivery> take() {
        String sql = """
                UPDATE registry.watch w SET due = now() + ? * interval '1 second'
                 WHERE w.id = (SELECT d.id FROM registry.watch d
                                WHERE d.url IS NOT NULL AND d.removed IS NULL AND d.due <= now()
                                  AND EXISTS (SELECT FROM registry.watch_event e
                                               WHERE e.watch = d.id AND e.number > d.delivered)
                                  AND NOT EXISTS (SELECT FROM registry.api_key k
                                                   WHERE d.owner IN ('key ' || k.id, k.label || ' (key ' || k.id || ')')
                                                     AND (k.revoked IS NOT NULL OR k.expires <= now()))
                                ORDER BY d.due LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING w.id, w.url, w.secret, w.attempts, w.delivered
                """;
        return jdbc.sql(sql)
                .param(LEASE.toSeconds())
                .query((row, number) -> address(row))
                .optional()
                .map(address -> new Delivery(
                        address.watch(),
                        address.url(),
                        address.secret(),
                        address.attempts(),
                        watches.listEvents(address.watch(), address.delivered(), MOST_EVENTS)));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getLong("id"),
                Watches.text(row, "url"),
                Objects.requireNonNull(row.getBytes("secret")),
                row.getInt("attempts"),
                row.getLong("delivered"));
    }

    /** The address has taken the events. */
    public void succeeded(Delivery delivery) {
        jdbc.sql("UPDATE registry.watch SET delivered = ?, attempts = 0, failure = NULL, due = now() WHERE id = ?")
                .params(delivery.last(), delivery.watch())
                .update();
    }

    /**
     * The address has not taken them.
     *
     * @param failure why
     * @param pause before the next attempt
     */
    public void failed(Delivery delivery, String failure, Duration pause) {
        String sql = """
                UPDATE registry.watch SET attempts = attempts + 1, failure = ?, due = now() + ? * interval '1 millisecond'
                 WHERE id = ?
                """;
        jdbc.sql(sql).params(failure, pause.toMillis(), delivery.watch()).update();
    }
}
