package org.diachi.landuse.statement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.diachi.landuse.statement.Statement.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells of the files that features came from. Thread-safe. */
final class Sources {

    private static final String RUN = """
            SELECT file_name AS file, licence, started_at::date AS day, rows_read, rows_refused
              FROM registry.import_run WHERE id = ?
            """;

    private static final int MOST_RUNS = 1000;

    /** What was one file; absent members are not known. */
    private record Run(
            @Nullable String file,
            @Nullable String licence,
            @Nullable LocalDate day,
            @Nullable Long rowsRead,
            @Nullable Long rowsRefused) {}

    private static final Run NONE = new Run(null, null, null, null, null);

    private final JdbcClient jdbc;
    private final Cache<Long, Run> runs =
            Caffeine.newBuilder().maximumSize(MOST_RUNS).build();

    Sources(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<Source> list(Told told) {
        List<Source> sources = new ArrayList<>();
        told.counts().forEach((key, count) -> {
            Long number = count.lastRun();
            Run run = number == null ? NONE : run(number);
            LocalDate day = run.day() == null ? day(count.lastAdded()) : run.day();
            sources.add(new Source(
                    key.collection(),
                    key.source(),
                    run.file(),
                    run.licence(),
                    day,
                    run.rowsRead(),
                    run.rowsRefused(),
                    count.features()));
        });
        return sources;
    }

    private Run run(long number) {
        return runs.get(
                number,
                any -> jdbc.sql(RUN).param(number).query(Run.class).optional().orElse(NONE));
    }

    private @Nullable LocalDate day(long seq) {
        return jdbc.sql("SELECT at::date FROM registry.change WHERE seq = ?")
                .param(seq)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
