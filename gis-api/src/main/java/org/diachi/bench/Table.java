package org.diachi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of text, the first column to the left and the others to the right. */
public final class Table {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        row(header);
    }

    /**
     * What loads have brought, a row each.
     *
     * @param what was asked for, such as {@code requests}
     * @param loads by their names
     */
    public static Table ofLoads(String what, Map<String, LoadResult> loads) {
        Table table = new Table("", what + "/s", "p50 ms", "p95 ms", "p99 ms", what, "errors");
        loads.forEach((name, load) -> table.row(
                name,
                format("%,.1f", load.perSecond()),
                format("%.2f", load.p50Ms()),
                format("%.2f", load.p95Ms()),
                format("%.2f", load.p99Ms()),
                format("%,d", load.requests()),
                format("%,d", load.errors())));
        return table;
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    /** Adds a row of as many cells as the header has. */
    public Table row(String... cells) {
        if (!rows.isEmpty() && cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException("The table has " + rows.get(0).size() + " columns, not " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(width(column) - cell.length());
                text.append(column == 0 ? cell + padding : BETWEEN + padding + cell);
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
