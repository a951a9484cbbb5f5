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
 * Reads and maps rows on one thread while the caller's thread submits them in chunks: the database and the reader each
 * keep a core busy.
 */
final class ImportPipeline<T> {

    /** Rows of a transaction: long enough to make its fixed cost small, short enough to let other writers in. */
    static final int CHUNK = 5_000;

    private static final int CHUNKS_AHEAD = 2;

    private final Source source;
    private final RowMapper mapper;
    private final Target<T> target;
    private final Long2LongMap fingerprints = new Long2LongOpenHashMap();
    private final BlockingQueue<List<Prepared<T>>> queue = new ArrayBlockingQueue<>(CHUNKS_AHEAD);

    ImportPipeline(Source source, RowMapper mapper, Target<T> target) {
        this.source = source;
        this.mapper = mapper;
        this.target = target;
    }

    /**
     * A row on its way.
     *
     * @param item what is submitted; absent if the row is refused
     */
    record Prepared<T>(MappedRow row, @Nullable T item, List<RowIssue> issues) {}

    /**
     * Hands over all chunks in order. An exception of the reader or the consumer ends both.
     *
     * @param consumer says whether it wants more
     * @return whether all were wanted
     */
    boolean run(Predicate<List<Prepared<T>>> consumer) {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "import-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Future<?> reading = reader.submit(this::read);
            for (List<Prepared<T>> chunk = queue.take(); !chunk.isEmpty(); chunk = queue.take()) {
                if (!consumer.test(chunk)) {
                    return false;
                }
            }
            reading.get();
            return true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        } finally {
            reader.shutdownNow();
        }
    }

    private Void read() throws InterruptedException {
        try {
            List<Prepared<T>> chunk = new ArrayList<>(CHUNK);
            for (Row row = source.next(); row != null; row = source.next()) {
                chunk.add(prepare(mapper.map(row)));
                if (chunk.size() == CHUNK) {
                    queue.put(chunk);
                    chunk = new ArrayList<>(CHUNK);
                }
            }
            if (!chunk.isEmpty()) {
                queue.put(chunk);
            }
            return null;
        } finally {
            // An empty chunk is the end, also of a reader that failed: its exception is taken from the future.
            queue.put(List.of());
        }
    }

    private Prepared<T> prepare(MappedRow row) {
        List<RowIssue> issues = new ArrayList<>(row.issues());
        String id = row.id();
        if (id != null && isAnotherRowOfId(id, row.fingerprint())) {
            issues.add(new RepeatedId(mapper.idField(), id));
        }
        boolean isRefused = issues.stream().anyMatch(issue -> issue.severity() == Severity.REFUSED);
        return new Prepared<>(row, isRefused ? null : target.prepare(row, issues), issues);
    }

    /** A row that stands in the file twice tells nothing new; one id of two different rows tells nothing certain. */
    private boolean isAnotherRowOfId(String id, long fingerprint) {
        long hash = Hashing.murmur3_128().hashString(id, StandardCharsets.UTF_8).asLong();
        return fingerprints.putIfAbsent(hash, fingerprint) != fingerprint && fingerprints.get(hash) != fingerprint;
    }
}
