package org.diachi.feed;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.diachi.change.Change;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the successions that entries of the log wrote, between address objects and between places. */
final class LineageReader {

    private static final String SELECT = """
            SELECT added, predecessor, successor, kind, effective
              FROM registry.succession WHERE added BETWEEN ? AND ?
             UNION ALL
            SELECT s.added, before.source_key, behind.source_key, s.kind, s.effective
              FROM registry.place_succession s
              JOIN registry.place before ON before.id = s.predecessor
              JOIN registry.place behind ON behind.id = s.successor
             WHERE s.added BETWEEN ? AND ?
            """;

    private final JdbcClient jdbc;

    LineageReader(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A dated succession, written by an entry of the log. */
    record Link(long seq, String predecessor, String successor, String kind, LocalDate effective) {

        Link {
            Objects.requireNonNull(predecessor, "predecessor");
            Objects.requireNonNull(successor, "successor");
        }
    }

    /** The successions by entry, each list in the same order whenever it is read. */
    Map<Long, List<Link>> read(List<Change> page) {
        long first = page.get(0).seq();
        long last = page.get(page.size() - 1).seq();
        return jdbc
                .sql(SELECT)
                .params(first, last, first, last)
                .query((row, number) -> new Link(
                        row.getLong("added"),
                        Objects.requireNonNull(row.getString("predecessor")),
                        Objects.requireNonNull(row.getString("successor")),
                        Objects.requireNonNull(row.getString("kind")),
                        row.getObject("effective", LocalDate.class)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Link::predecessor).thenComparing(Link::successor))
                .collect(Collectors.groupingBy(Link::seq));
    }
}
