package org.diachi.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.audit.Attempt;
import org.diachi.audit.AuditLog;
import org.diachi.db.Geometries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The watches of a register and their events. Thread-safe. */
public final class Watches {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Geometries geometries;

    /**
     * The watches of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public Watches(DataSource dataSource, int storageSrid) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.audit = new AuditLog(dataSource);
        this.geometries = new Geometries(storageSrid);
    }

    /**
     * Makes a watch that is told of all that happens from now on.
     *
     * @param origin the network address of the client
     */
    public Watch create(Watch.Order order, String origin) {
        String sql = """
                INSERT INTO registry.watch (owner, label, code, area, url, secret, since)
                SELECT ?, ?, ?, ST_GeomFromEWKB(?), ?, ?, h.seq FROM registry.log_head h RETURNING id
                """;
        return Objects.requireNonNull(transaction.execute(status -> {
            long id = jdbc.sql(sql)
                    .param(order.owner())
                    .param(order.label())
                    .param(order.code())
                    .param(order.area() == null ? null : Geometries.ewkb(order.area()))
                    .param(order.url())
                    .param(
                            order.secret() == null
                                    ? null
                                    : Base64.getUrlDecoder().decode(order.secret()))
                    .query(Long.class)
                    .single();
            audit.appendDone(new Attempt(order.owner(), origin, "watch", "watch " + id, order.url()));
            return find(id).orElseThrow();
        }));
    }

    /** A watch that was not removed. */
    public Optional<Watch> find(long id) {
        return jdbc.sql("SELECT w.*, ST_AsBinary(w.area) AS wkb FROM registry.watch w WHERE id = ? AND removed IS NULL")
                .param(id)
                .query((row, number) -> watch(row))
                .optional();
    }

    /** The watches of an owner that were not removed, the oldest first. */
    public List<Watch> list(String owner) {
        String sql = """
                SELECT w.*, ST_AsBinary(w.area) AS wkb FROM registry.watch w
                 WHERE owner = ? AND removed IS NULL ORDER BY id
                """;
        return jdbc.sql(sql).param(owner).query((row, number) -> watch(row)).list();
    }

    /** Removes a watch of an owner; one that there is not stays away. */
    public void remove(long id, String owner, String origin) {
        transaction.executeWithoutResult(status -> {
            int removed = jdbc.sql(
                            "UPDATE registry.watch SET removed = now() WHERE id = ? AND owner = ? AND removed IS NULL")
                    .params(id, owner)
                    .update();
            if (removed > 0) {
                audit.appendDone(new Attempt(owner, origin, "unwatch", "watch " + id, null));
            }
        });
    }

    /**
     * Events of a watch in their order.
     *
     * @param after only those with greater numbers
     */
    public List<WatchEvent> listEvents(long watch, long after, int limit) {
        String sql = """
                SELECT number, seq, at, kind, detail::text AS detail FROM registry.watch_event
                 WHERE watch = ? AND number > ? ORDER BY number LIMIT ?
                """;
        return jdbc.sql(sql)
                .params(watch, after, limit)
                .query((row, number) -> new WatchEvent(
                        row.getLong("number"),
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        text(row, "kind"),
                        text(row, "detail")))
                .list();
    }

    private Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                row.getLong("id"),
                text(row, "owner"),
                text(row, "label"),
                row.getString("code"),
                geometries.read(row, "wkb"),
                row.getString("url"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("failure"));
    }

    static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
