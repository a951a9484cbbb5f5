package org.diachi.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.diachi.bench.BenchException;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;

/**
 * Asks for random items at a steady rate, whether or not answers come. Times count from the moment at which a request was
 * due, so that one slow answer is felt by all behind it, as people would feel it.
 *
 * @param items what is asked for
 * @param rate requests a second
 * @param seconds how long
 */
public record OpenLoop(List<String> items, int rate, int seconds) {

    private static final int CLIENTS = 32;
    private static final double NANOS_PER_SECOND = 1e9;

    public OpenLoop {
        items = List.copyOf(items);
    }

    /**
     * Runs the loop.
     *
     * @throws BenchException if a client fails
     */
    public LoadResult run(ClosedLoop.Client client) {
        long[] nanoseconds = new long[rate * seconds];
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long began = System.nanoTime();
            List<Future<Integer>> errors = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                errors.add(threads.submit(() -> ask(client, began, next, nanoseconds)));
            }
            long failed = 0;
            for (Future<Integer> one : errors) {
                failed += one.get();
            }
            return LoadResult.of(nanoseconds, failed, (System.nanoTime() - began) / NANOS_PER_SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new BenchException("A client failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Takes one request after the other, waits until it is due, and asks. */
    private int ask(ClosedLoop.Client client, long began, AtomicInteger next, long[] nanoseconds) throws Exception {
        int errors = 0;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = next.getAndIncrement(); i < nanoseconds.length; i = next.getAndIncrement()) {
            long due = began + (long) (i * (NANOS_PER_SECOND / rate));
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            if (!client.ask(items.get(random.nextInt(items.size())))) {
                errors++;
            }
            nanoseconds[i] = System.nanoTime() - due;
        }
        return errors;
    }
}
