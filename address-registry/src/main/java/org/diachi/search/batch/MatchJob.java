package org.diachi.search.batch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.diachi.city.CityProfile;
import org.diachi.search.AddressSearch;
import org.diachi.search.index.Snapshot;

/** Matches the rows of a text. Some portions of rows are worked on at a time; they go out in the order they came. */
public final class MatchJob {

    private static final int ROWS_AT_A_TIME = 200;

    private final AddressSearch search;
    private final CityProfile profile;
    private final int threads;
    private final boolean isYielding;

    /** How rows are written. */
    public enum Format {
        /** With a header; see RFC 4180. */
        CSV,
        /** One object to a line. */
        NDJSON
    }

    /**
     * A job.
     *
     * @param threads how many rows are matched at a time
     * @param isYielding whether people who search meanwhile come first
     */
    public MatchJob(AddressSearch search, CityProfile profile, int threads, boolean isYielding) {
        this.search = search;
        this.profile = profile;
        this.threads = threads;
        this.isYielding = isYielding;
    }

    /**
     * What became of the rows.
     *
     * @param rows that had an address or should have had one
     * @param refused of these, those that could not be read
     */
    public record Result(long rows, long refused) {}

    private record Portion(List<RowFormat.Row> rows, List<MatchedRow> matched) {}

    /** Rows that are ready to be matched. */
    public final class Rows {

        private final RowFormat rows;

        private Rows(RowFormat rows) {
            this.rows = rows;
        }

        /**
         * Matches them all.
         *
         * @param progress told how many rows are done, now and then
         */
        public Result write(Writer out, LongConsumer progress) throws IOException {
            return run(rows, out, progress);
        }
    }

    /**
     * Reads as much of a text as tells what its rows are.
     *
     * @param columns those that make up the address, or none for the usual one
     * @throws MatchRefusedException if no row of the text can be matched
     */
    public Rows read(Reader in, Format format, List<String> columns) throws IOException {
        return new Rows(format == Format.CSV ? new CsvRows(in, columns) : new JsonRows(in, columns));
    }

    private Result run(RowFormat rows, Writer out, LongConsumer progress) throws IOException {
        rows.begin(out);
        RowMatcher matcher = new RowMatcher(search, profile, profile.today());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Deque<Future<Portion>> working = new ArrayDeque<>();
        long done = 0;
        long refused = 0;
        try {
            List<RowFormat.Row> portion = portion(rows);
            while (!portion.isEmpty() || !working.isEmpty()) {
                if (!portion.isEmpty()) {
                    List<RowFormat.Row> next = portion;
                    working.add(workers.submit(() -> match(next, matcher)));
                }
                portion = portion.isEmpty() ? portion : portion(rows);
                if (working.size() > 2 * threads || portion.isEmpty()) {
                    Portion finished = await(working.remove());
                    refused += write(finished, rows, out);
                    done += finished.rows().stream()
                            .filter(row -> row.address() != null || row.issue() != null)
                            .count();
                    progress.accept(done);
                }
            }
        } finally {
            workers.shutdownNow();
        }
        out.flush();
        return new Result(done, refused);
    }

    private static List<RowFormat.Row> portion(RowFormat rows) throws IOException {
        List<RowFormat.Row> portion = new ArrayList<>();
        while (portion.size() < ROWS_AT_A_TIME) {
            Optional<RowFormat.Row> row = rows.next();
            if (row.isEmpty()) {
                break;
            }
            portion.add(row.get());
        }
        return portion;
    }

    private Portion match(List<RowFormat.Row> rows, RowMatcher matcher) {
        List<MatchedRow> matched = new ArrayList<>(rows.size());
        try (Snapshot index = search.open()) {
            for (RowFormat.Row row : rows) {
                long began = System.nanoTime();
                matched.add(match(row, matcher, index));
                if (isYielding) {
                    search.yieldToPeople(System.nanoTime() - began);
                }
            }
        }
        return new Portion(rows, matched);
    }

    private static MatchedRow match(RowFormat.Row row, RowMatcher matcher, Snapshot index) {
        if (row.issue() != null) {
            return MatchedRow.unreadable(row.issue());
        }
        return row.address() == null ? MatchedRow.NOTHING : matcher.match(row.address(), index);
    }

    private static long write(Portion portion, RowFormat rows, Writer out) throws IOException {
        long refused = 0;
        for (int i = 0; i < portion.rows().size(); i++) {
            MatchedRow matched = portion.matched().get(i);
            rows.write(portion.rows().get(i), matched, out);
            refused += matched.issue() == null ? 0 : 1;
        }
        return refused;
    }

    private static Portion await(Future<Portion> portion) {
        try {
            return portion.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while matching", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(Objects.requireNonNull(e.getCause()));
        }
    }
}
