package org.diachi.bench.search;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.diachi.bench.LoadResult;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.ResultFile;
import org.diachi.bench.Table;

/**
 * Prints what was measured.
 *
 * @param kept where it is kept, which is told
 */
public record SearchReport(PrintWriter out, ResultFile kept) {

    void print(MachineFacts machine, Map<String, Object> sizes, Map<String, LoadResult> loads) {
        machine.facts().forEach((name, value) -> out.printf("%-34s %s%n", name, value));
        sizes.forEach((name, value) ->
                out.printf("%-34s %s%n", name, format(value instanceof Double ? "%,.1f" : "%,d", value)));
        out.println();
        Table table = new Table("", "per second", "p50 ms", "p95 ms", "p99 ms", "asked", "errors");
        loads.forEach((name, load) -> table.row(
                name,
                format("%,.0f", load.perSecond()),
                milliseconds(load.p50Ms()),
                milliseconds(load.p95Ms()),
                milliseconds(load.p99Ms()),
                format("%,d", load.requests()),
                format("%,d", load.errors())));
        out.print(table);
        out.println();
        out.println(
                "autocomplete: requests at a steady rate, times from when each was due. look-up, reverse: as fast as"
                        + " answered. match: one list in one request. All over HTTP with whole answers; the baseline has one table"
                        + " of texts without accents, and neither HTTP nor JSON. Its errors are queries that took over 10 s.");
        out.println("Kept in " + kept.file());
        out.flush();
    }

    /** The rows of a list have no times of their own. */
    private static String milliseconds(double value) {
        return value == 0 ? "" : format("%.2f", value);
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
