package org.diachi.ogc;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * All features of a query in the order of their ids, read in batches, each while the one before is written. When both are
 * there no connection to the database is held, so that a slow reader keeps none; all of them show one state of the
 * register.
 */
final class ItemWalk implements ItemSource {

    private static final int BATCH = 2000;

    /** As many at a time as the machine can read. Who finds none free reads for themselves. */
    private static final Executor AHEAD =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), ItemWalk::reader);

    private final Batches batches;
    private final ItemQuery query;

    /** Reads so many features of a query, on any thread. */
    @FunctionalInterface
    interface Batches {
        List<Item> list(ItemQuery query, int limit);
    }

    ItemWalk(ItemQuery query, Batches batches) {
        this.query = query;
        this.batches = batches;
    }

    private static Thread reader(Runnable reading) {
        Thread thread = new Thread(reading, "reading-ahead");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void each(Sink sink) throws IOException {
        FutureTask<List<Item>> next = batch(query);
        List<Item> batch;
        do {
            batch = read(next);
            if (batch.size() == BATCH) {
                next = batch(query.goingOnAfter(batch.get(BATCH - 1).id()));
                AHEAD.execute(next);
            }
            for (Item item : batch) {
                sink.take(item);
            }
        } while (batch.size() == BATCH);
    }

    private FutureTask<List<Item>> batch(ItemQuery rest) {
        return new FutureTask<>(() -> batches.list(rest, BATCH));
    }

    private static List<Item> read(FutureTask<List<Item>> batch) throws IOException {
        // Does nothing if another thread has begun.
        batch.run();
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading features");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }
}
