package org.diachi.run;

import com.google.common.hash.Hashing;
import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.diachi.issue.RepeatedId;
import org.diachi.issue.RowIssue;
import org.diachi.issue.Severity;
import org.diachi.mapping.MappedRow;
import org.diachi.mapping.RowMapper;
import org.diachi.source.Row;
import org.diachi.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads and maps rows on one thread and makes batches of them ready on a second, while the caller's thread submits them:
 * reader, look-ups and writing each go on while the others do.
 */
final class ImportPipeline<T> {

    /** Rows of a transaction: long enough to make its fixed cost small, short enough to let other writers in. */
    static final int CHUNK = 5_000;

    /** The first chunk is small and each next one twice as large, so that nobody waits long for the first rows. */
    static final int FIRST_CHUNK = 625;

    private static final int CHUNKS_AHEAD = 1;
    private static final long SECONDS_TO_END = 60;

    private final Source source;
    private final RowMapper mapper;
    private final Target<T> target;
    private final Long2LongMap fingerprints = new Long2LongOpenHashMap();
    private final BlockingQueue<List<Prepared<T>>> read = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final BlockingQueue<Chunk<T>> ready = new ArrayBlockingQueue<>(1);
    private volatile boolean isOver;

    ImportPipeline(Source source, RowMapper mapper, Target<T> target) {
        this.source = source;
        this.mapper = mapper;
        this.target = target;
    }

    /**
     * A row on its way; what the file said otherwise is let go of.
     *
     * @param number of the row in its file
     * @param id in its source
     * @param item what is submitted; absent if the row is refused
     */
    record Prepared<T>(
            long number, @Nullable String id, @Nullable T item, List<RowIssue> issues) {}

    /**
     * Rows that belong together, the refused ones among them.
     *
     * @param batch submits those that are not refused; absent if none is left
     */
    record Chunk<T>(List<Prepared<T>> rows, Target.@Nullable Batch batch) {

        boolean isEnd() {
            return rows.isEmpty();
        }
    }

    /**
     * Hands over all chunks in order. An exception of one thread ends all.
     *
     * @param consumer says whether it wants more
     * @return whether all were wanted
     */
    boolean run(Predicate<Chunk<T>> consumer) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "import-ahead");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Future<?> reading = threads.submit(this::read);
            Future<?> preparing = threads.submit(this::makeReady);
            for (Chunk<T> chunk = ready.take(); !chunk.isEnd(); chunk = ready.take()) {
                if (!consumer.test(chunk)) {
                    return false;
                }
            }
            preparing.get();
            reading.get();
            return true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        } finally {
            end(threads);
        }
    }

    /** Nothing of the file or the database may be in use once the run is over. */
    private void end(ExecutorService threads) {
        isOver = true;
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The threads of the import do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until there is room; once the run is over nobody makes any, and a swallowed interrupt would wait for ever. */
    private <C> void hand(BlockingQueue<C> queue, C chunk) throws InterruptedException {
        if (isOver) {
            throw new InterruptedException("The run is over");
        }
        queue.put(chunk);
    }

    /** Shows a check all rows of the file, one by one; a row that stands there twice once. */
    void show(FileCheck<T> check) {
        for (Row row = source.next(); row != null; row = source.next()) {
            MappedRow mapped = mapper.map(row);
            boolean isFirst = mapped.id() == null || !fingerprints.containsKey(hash(mapped.id()));
            T item = prepare(mapped).item();
            if (item != null && isFirst) {
                check.add(item);
            } else if (mapped.isRefused()) {
                check.addRefused(mapped);
            }
        }
    }

    private Void read() throws InterruptedException {
        try {
            int size = FIRST_CHUNK;
            List<Prepared<T>> chunk = new ArrayList<>(CHUNK);
            for (Row row = source.next(); row != null; row = source.next()) {
                chunk.add(prepare(mapper.map(row)));
                if (chunk.size() == size) {
                    hand(read, chunk);
                    size = Math.min(CHUNK, 2 * size);
                    chunk = new ArrayList<>(CHUNK);
                }
            }
            if (!chunk.isEmpty()) {
                hand(read, chunk);
            }
            return null;
        } finally {
            // An empty chunk is the end, also of a thread that failed: its exception is taken from the future.
            hand(read, List.of());
        }
    }

    private Void makeReady() throws InterruptedException {
        try {
            for (List<Prepared<T>> rows = read.take(); !rows.isEmpty(); rows = read.take()) {
                List<T> items = new ArrayList<>(rows.size());
                for (Prepared<T> row : rows) {
                    if (row.item() != null) {
                        items.add(row.item());
                    }
                }
                hand(ready, new Chunk<>(rows, items.isEmpty() ? null : target.batch(items)));
            }
            return null;
        } finally {
            hand(ready, new Chunk<>(List.of(), null));
        }
    }

    private Prepared<T> prepare(MappedRow row) {
        List<RowIssue> issues = new ArrayList<>(row.issues());
        String id = row.id();
        if (id != null && isAnotherRowOfId(id, row.fingerprint())) {
            issues.add(new RepeatedId(mapper.idField(), id));
        }
        boolean isRefused = issues.stream().anyMatch(issue -> issue.severity() == Severity.REFUSED);
        return new Prepared<>(row.number(), id, isRefused ? null : target.prepare(row, issues), issues);
    }

    /** A row that stands in the file twice tells nothing new; one id of two different rows tells nothing certain. */
    private boolean isAnotherRowOfId(String id, long fingerprint) {
        long hash = hash(id);
        return fingerprints.putIfAbsent(hash, fingerprint) != fingerprint && fingerprints.get(hash) != fingerprint;
    }

    private static long hash(String id) {
        return Hashing.murmur3_128().hashString(id, StandardCharsets.UTF_8).asLong();
    }
}
