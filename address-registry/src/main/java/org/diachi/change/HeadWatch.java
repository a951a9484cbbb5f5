package org.diachi.change;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who wait when the change log has grown. One thread looks at the head of the log for all of them, and only
 * while somebody waits.
 */
public final class HeadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

    /** How often the head is looked at: the price is one row by its key. */
    public static final Duration PERIOD = Duration.ofMillis(50);

    private static final int MESSENGERS = 4;

    private final ChangeReader changes;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watchman = Executors.newSingleThreadScheduledExecutor(named("head-watch"));
    private final ExecutorService messengers = Executors.newFixedThreadPool(MESSENGERS, named("head-news"));

    private record Waiter(long seq, CompletableFuture<Long> news) {}

    /** Watches the log from now on. */
    public HeadWatch(ChangeReader changes) {
        this.changes = changes;
        watchman.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Completes with the number of the last entry as soon as the log goes beyond one. Who no longer waits cancels it. What
     * depends on it runs on a few threads of the watch and must not block for long.
     */
    public CompletableFuture<Long> whenPast(long seq) {
        CompletableFuture<Long> news = new CompletableFuture<>();
        waiters.add(new Waiter(seq, news));
        return news;
    }

    private void look() {
        waiters.removeIf(waiter -> waiter.news().isDone());
        if (waiters.isEmpty()) {
            return;
        }
        try {
            long head = changes.head();
            for (Waiter waiter : waiters) {
                if (waiter.seq() < head && waiters.remove(waiter)) {
                    messengers.execute(() -> waiter.news().complete(head));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The head of the change log cannot be read", e);
        }
    }

    /** Ends the watch; who waits then waits for ever. */
    @Override
    public void close() {
        watchman.shutdownNow();
        messengers.shutdownNow();
    }
}
