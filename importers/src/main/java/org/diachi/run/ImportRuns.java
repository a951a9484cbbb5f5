package org.diachi.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.diachi.db.CopyFields;
import org.diachi.db.CopyRows;
import org.diachi.issue.ImportReport;
import org.diachi.issue.RowIssue;
import org.diachi.mapping.Mapping;
import org.diachi.source.FileFacts;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of import runs: {@code registry.import_run} and {@code registry.import_issue}. */
final class ImportRuns {

    private static final List<String> COLUMNS = List.of(
            "run", "number", "row_number", "source_id", "severity", "rule", "field", "value", "message", "place");

    private final JdbcClient client;
    private final JdbcTemplate template;

    ImportRuns(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
    }

    /** An issue and the row that it is said of. */
    record Finding(long rowNumber, @Nullable String sourceId, RowIssue issue) {}

    /** Begins a run and returns its id. A run of the same source that never ended was killed, and is marked so. */
    long begin(Mapping mapping, FileFacts file, ImportOptions options) {
        String killed = """
                UPDATE registry.import_run SET state = 'failed', finished_at = now(), failure = 'The program was stopped'
                 WHERE source = ? AND state IN ('checking', 'running')
                """;
        client.sql(killed).param(mapping.source()).update();
        String begin = """
                INSERT INTO registry.import_run (source, file_name, sha256, licence, actor, dry_run, state, rows_total)
                VALUES (?, ?, ?, ?, ?, ?, 'running', ?) RETURNING id
                """;
        return client.sql(begin)
                .param(mapping.source())
                .param(String.valueOf(file.file().getFileName()))
                .param(file.sha256())
                .param(mapping.licence())
                .param(options.actor())
                .param(options.dryRun())
                .param(file.rows())
                .query(Long.class)
                .single();
    }

    /** Notes how far a run has come. */
    void advance(long run, ImportReport report) {
        update(run, report, "running", null);
    }

    /** Lets the planner know of what a run has written, before autovacuum would. */
    void analyze(Set<String> tables) {
        template.execute("ANALYZE registry.change, " + String.join(", ", tables));
    }

    /** Ends a run in a state of {@code registry.import_run}. */
    void end(long run, ImportReport report, String state, @Nullable String failure) {
        update(run, report, state, failure);
    }

    private void update(long run, ImportReport report, String state, @Nullable String failure) {
        String sql = """
                UPDATE registry.import_run
                   SET state = ?, failure = ?, finished_at = CASE WHEN ? = 'running' THEN NULL ELSE now() END,
                       rows_read = ?, rows_added = ?, rows_changed = ?, rows_same = ?, rows_merged = ?, rows_refused = ?
                 WHERE id = ?
                """;
        client.sql(sql)
                .param(state)
                .param(failure)
                .param(state)
                .param(report.read())
                .param(report.added())
                .param(report.changed())
                .param(report.same())
                .param(report.merged())
                .param(report.refused())
                .param(run)
                .update();
    }

    /** Adds issues to a run; {@code first} is the number of the first of them. */
    void add(long run, long first, List<Finding> findings) {
        if (!findings.isEmpty()) {
            template.execute((ConnectionCallback<Integer>) connection -> copy(connection, run, first, findings));
        }
    }

    private static int copy(Connection connection, long run, long first, List<Finding> findings) throws SQLException {
        try (CopyRows rows = CopyRows.into(connection, "registry.import_issue", COLUMNS)) {
            long number = first;
            WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
            for (Finding finding : findings) {
                RowIssue issue = finding.issue();
                CopyFields row = rows.row();
                row.bigint(run).bigint(number++).bigint(finding.rowNumber());
                row.text(finding.sourceId()).text(issue.severity().label());
                row.text(issue.rule()).text(issue.field()).text(issue.value()).text(issue.message());
                Geometry site = issue.site();
                row.bytes(site == null ? null : wkb.write(site));
            }
            rows.finish();
        }
        return findings.size();
    }
}
