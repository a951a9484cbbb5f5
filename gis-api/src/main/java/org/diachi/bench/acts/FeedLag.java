package org.diachi.bench.acts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diachi.bench.BenchException;
import org.diachi.bench.LoadResult;

/**
 * How long it takes until a follower of the feed has an entry: from the instant in the entry, which is taken before the
 * act is committed, to its arrival over HTTP. The clocks are one, so service and follower must be on one machine.
 */
final class FeedLag {

    private static final Pattern ENTRY = Pattern.compile("\\{\"seq\":([0-9]+),\"at\":\"([^\"]+)\"");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration LAST_ARRIVAL = Duration.ofSeconds(30);
    private static final int WRITERS = 8;

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Long, Long> lags = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    FeedLag(URI service) {
        this.service = service;
    }

    /** How entries are followed. */
    enum Way {
        EVENTS,
        PAGES
    }

    /**
     * Follows while so many acts a second are done.
     *
     * @param after the entry to begin after
     * @return the lags of all entries; an act without an arrival is an error
     */
    LoadResult run(Way way, long after, Acts acts, List<String> codes, int rate, Duration duration)
            throws InterruptedException {
        last.set(after);
        ExecutorService follower = Executors.newSingleThreadExecutor();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        ScheduledExecutorService metronome = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        try {
            follower.submit(() -> follow(way));
            long began = System.nanoTime();
            var beat = metronome.scheduleAtFixedRate(
                    () -> writers.execute(() -> act(acts, codes.get(sent.getAndIncrement() % codes.size()), done)),
                    0,
                    (long) (NANOS_PER_SECOND / rate),
                    TimeUnit.NANOSECONDS);
            Thread.sleep(duration.toMillis());
            beat.cancel(false);
            awaitArrival(sent, done);
            double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
            long[] nanoseconds =
                    lags.values().stream().mapToLong(Long::longValue).toArray();
            return LoadResult.of(nanoseconds, sent.get() - lags.size(), seconds);
        } finally {
            metronome.shutdownNow();
            writers.shutdownNow();
            follower.shutdownNow();
        }
    }

    private void act(Acts acts, String code, AtomicInteger done) {
        try {
            http.send(acts.next(code).to(service), BodyHandlers.discarding());
            done.incrementAndGet();
        } catch (IOException e) {
            throw new BenchException("The service does not take an act: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitArrival(AtomicInteger sent, AtomicInteger done) throws InterruptedException {
        long end = System.nanoTime() + LAST_ARRIVAL.toNanos();
        while ((done.get() < sent.get() || lags.size() < sent.get()) && System.nanoTime() < end) {
            Thread.sleep(1);
        }
    }

    private Void follow(Way way) throws Exception {
        if (way == Way.EVENTS) {
            HttpRequest stream = HttpRequest.newBuilder(service.resolve("/api/v1/changes/stream?after=" + last.get()))
                    .build();
            http.send(stream, BodyHandlers.ofLines()).body().forEach(this::note);
            return null;
        }
        while (!Thread.currentThread().isInterrupted()) {
            String path = "/api/v1/changes?f=ndjson&limit=1000&wait=30&after=" + last.get();
            http.send(HttpRequest.newBuilder(service.resolve(path)).build(), BodyHandlers.ofLines())
                    .body()
                    .forEach(this::note);
        }
        return null;
    }

    private void note(String line) {
        Instant now = Instant.now();
        Matcher entry = ENTRY.matcher(line);
        if (entry.find()) {
            long seq = Long.parseLong(entry.group(1));
            lags.put(seq, ChronoUnit.NANOS.between(Instant.parse(entry.group(2)), now));
            last.set(seq);
        }
    }
}
