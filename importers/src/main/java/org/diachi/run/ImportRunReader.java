package org.diachi.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.diachi.db.Geometries;
import org.diachi.db.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads import runs and what they found, while they run and for ever after. Thread-safe. */
public final class ImportRunReader {

    private final JdbcClient jdbc;
    private final Geometries geometries;

    /**
     * A reader of one registry.
     *
     * @param storageSrid the EPSG code of the storage CRS
     */
    public ImportRunReader(DataSource dataSource, int storageSrid) {
        this.jdbc = JdbcClient.create(dataSource);
        this.geometries = new Geometries(storageSrid);
    }

    /** A run by its number. */
    public Optional<ImportRun> find(long id) {
        return jdbc.sql("SELECT * FROM registry.import_run WHERE id = ?")
                .param(id)
                .query(ImportRunReader::run)
                .optional();
    }

    /**
     * Runs, the latest first.
     *
     * @param state only those in it
     * @param source only those of it
     * @param before only those with smaller numbers
     */
    public List<ImportRun> list(@Nullable String state, @Nullable String source, long before, int limit) {
        Where where = new Where().and("id < ?", before);
        addEqual(where, "state = ?", state);
        addEqual(where, "source = ?", source);
        return jdbc.sql("SELECT * FROM registry.import_run WHERE " + where.sql() + " ORDER BY id DESC LIMIT ?")
                .params(with(where, limit))
                .query(ImportRunReader::run)
                .list();
    }

    /**
     * What a run found, in the order in which it did.
     *
     * @param severity only findings of it
     * @param rule only findings of it
     * @param after only those with greater numbers
     */
    public List<ImportIssue> listIssues(
            long run, @Nullable String severity, @Nullable String rule, long after, int limit) {
        Where where = new Where().and("run = ?", run).and("number > ?", after);
        addEqual(where, "severity = ?", severity);
        addEqual(where, "rule = ?", rule);
        return jdbc.sql(
                        "SELECT number, row_number, source_id, severity, rule, field, value, message, ST_AsBinary(place) AS place"
                                + " FROM registry.import_issue WHERE " + where.sql() + " ORDER BY number LIMIT ?")
                .params(with(where, limit))
                .query(this::issue)
                .list();
    }

    private static void addEqual(Where where, String fragment, @Nullable String value) {
        if (value != null) {
            where.and(fragment, value);
        }
    }

    private static List<Object> with(Where where, int limit) {
        List<Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return values;
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                text(row, "source"),
                text(row, "file_name"),
                text(row, "sha256"),
                row.getString("licence"),
                text(row, "actor"),
                row.getBoolean("dry_run"),
                text(row, "state"),
                row.getString("failure"),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "finished_at"),
                new ImportRun.Rows(
                        row.getLong("rows_total"),
                        row.getLong("rows_read"),
                        row.getLong("rows_added"),
                        row.getLong("rows_changed"),
                        row.getLong("rows_same"),
                        row.getLong("rows_merged"),
                        row.getLong("rows_refused")));
    }

    private ImportIssue issue(ResultSet row, int number) throws SQLException {
        return new ImportIssue(
                row.getLong("number"),
                row.getLong("row_number"),
                row.getString("source_id"),
                text(row, "severity"),
                text(row, "rule"),
                row.getString("field"),
                row.getString("value"),
                text(row, "message"),
                geometries.read(row, "place"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
