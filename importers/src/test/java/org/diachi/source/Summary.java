package org.diachi.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What reading a file gave, in one line a table of expectations can hold. */
final class Summary {

    private Summary() {}

    /** Reads all rows, which fit into the memory in tests. */
    static List<Row> rows(Path file, ReadOptions options) {
        List<Row> rows = new ArrayList<>();
        try (Source source = SourceFile.open(file, options)) {
            source.forEach(rows::add);
        }
        return rows;
    }

    /** {@code 3 rows, 2 shapes, 1 GEOMETRY_UNREADABLE}, or {@code refused: …}. */
    static String of(Path file, ReadOptions options) {
        try {
            List<Row> rows = rows(file, options);
            long shapes = rows.stream().filter(row -> row.geometry() != null).count();
            TreeMap<RowProblem.Rule, Integer> problems = new TreeMap<>();
            rows.forEach(row -> row.problems().forEach(problem -> problems.merge(problem.rule(), 1, Integer::sum)));
            StringBuilder summary = new StringBuilder(rows.size() + " rows, " + shapes + " shapes");
            problems.forEach((rule, count) ->
                    summary.append(", ").append(count).append(' ').append(rule));
            return summary.toString();
        } catch (BrokenFileException e) {
            return "refused: " + e.what();
        }
    }
}
