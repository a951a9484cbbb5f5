package org.diachi.bench.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.diachi.bench.BenchException;
import org.diachi.bench.LoadResult;

/** Lists of written addresses, sent to be matched. */
final class MatchLoad {

    private static final int OK = 200;
    private static final int ROWS_BESIDE = 5000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final List<String> texts;

    MatchLoad(URI service, List<String> texts) {
        this.address = service.resolve("/api/v1/match");
        this.texts = List.copyOf(texts);
    }

    /** Sends a list of so many rows, and reads the answer to its end; a row that does not come back is an error. */
    LoadResult run(int rows) {
        StringBuilder list = new StringBuilder("id,address\n");
        for (int i = 0; i < rows; i++) {
            list.append(i).append(",\"").append(texts.get(i % texts.size())).append("\"\n");
        }
        long began = System.nanoTime();
        long back = send(list.toString(), new AtomicLong());
        return new LoadResult(rows, rows - back, (System.nanoTime() - began) / NANOS_PER_SECOND, 0, 0, 0);
    }

    /** @param counter told of every row that comes back */
    private long send(String list, AtomicLong counter) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(list))
                .build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            if (answer.statusCode() != OK) {
                throw new BenchException(address + " answers " + answer.statusCode());
            }
            try (Stream<String> lines = answer.body()) {
                return lines.skip(1).peek(line -> counter.incrementAndGet()).count();
            }
        } catch (IOException e) {
            throw new BenchException(address + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while matching", e);
        }
    }

    /**
     * A load, and lists that are matched beside it.
     *
     * @param load what the load brought
     * @param rows of lists that came back meanwhile, a second
     */
    record Beside(LoadResult load, double rows) {}

    /** Runs a load while one list after the other is matched. */
    Beside beside(Supplier<LoadResult> load) {
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong rows = new AtomicLong();
        StringBuilder list = new StringBuilder("address\n");
        texts.stream()
                .limit(ROWS_BESIDE)
                .forEach(text -> list.append('"').append(text).append("\"\n"));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> matching = thread.submit(() -> {
                while (!isOver.get()) {
                    send(list.toString(), rows);
                }
            });
            LoadResult result = load.get();
            long done = rows.get();
            isOver.set(true);
            matching.get();
            return new Beside(result, done / result.seconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while matching", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new BenchException("Matching failed: " + e.getCause(), e);
        } finally {
            thread.shutdownNow();
        }
    }
}
