package org.diachi.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Threads, each with a client of its own, that ask for random items, each as soon as it has its last answer. */
public final class ClosedLoop {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FIRST_CAPACITY = 10_000;

    private final List<String> items;
    private final int clients;
    private final Duration duration;

    /**
     * A loop.
     *
     * @param clients how many threads there are
     */
    public ClosedLoop(List<String> items, int clients, Duration duration) {
        this.items = List.copyOf(items);
        this.clients = clients;
        this.duration = duration;
    }

    /** Asks for items one after the other. */
    public interface Client extends AutoCloseable {

        /**
         * Asks for an item.
         *
         * @return whether the answer was right
         */
        boolean ask(String item) throws Exception;
    }

    /** What one thread has seen. */
    private record Seen(long[] nanoseconds, long errors) {}

    /**
     * Runs the loop; the clock starts when all clients are open.
     *
     * @throws BenchException if a client fails
     */
    public LoadResult run(Callable<? extends Client> opener) {
        List<Client> open = new ArrayList<>();
        try {
            try {
                for (int i = 0; i < clients; i++) {
                    open.add(opener.call());
                }
                return run(open);
            } finally {
                for (Client client : open) {
                    client.close();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while measuring", e);
        } catch (Exception e) {
            throw new BenchException("A client failed: " + e, e);
        }
    }

    private LoadResult run(List<Client> open) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        try {
            List<Future<Seen>> all = new ArrayList<>();
            for (Client client : open) {
                all.add(threads.submit(() -> ask(client, end)));
            }
            long[] nanoseconds = {};
            long errors = 0;
            for (Future<Seen> one : all) {
                nanoseconds = joined(nanoseconds, one.get().nanoseconds());
                errors += one.get().errors();
            }
            return LoadResult.of(nanoseconds, errors, (System.nanoTime() - began) / NANOS_PER_SECOND);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks until the end, and once at least. */
    private Seen ask(Client client, long end) throws Exception {
        long[] nanoseconds = new long[FIRST_CAPACITY];
        int count = 0;
        long errors = 0;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long now = System.nanoTime();
        do {
            if (!client.ask(items.get(random.nextInt(items.size())))) {
                errors++;
            }
            long then = now;
            now = System.nanoTime();
            if (count == nanoseconds.length) {
                nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
            }
            nanoseconds[count++] = now - then;
        } while (now - end < 0);
        return new Seen(Arrays.copyOf(nanoseconds, count), errors);
    }

    private static long[] joined(long[] first, long[] second) {
        long[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
