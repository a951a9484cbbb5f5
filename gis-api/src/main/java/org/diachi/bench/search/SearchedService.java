package org.diachi.bench.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diachi.bench.BenchException;
import org.diachi.bench.JavaChild;
import org.diachi.bench.MeasuredService;
import org.diachi.bench.MeasuredService.Launch;
import org.diachi.db.DatabaseAddress;
import org.springframework.util.FileSystemUtils;

/** A service with a heap of a given size and no search index yet, in a home of its own that is removed at the end. */
final class SearchedService implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final long BETWEEN_TRIES_MILLISECONDS = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    private final HttpClient http = HttpClient.newHttpClient();
    private final MeasuredService service;
    private final Path home;
    private final double buildSeconds;

    /** Starts the service, and waits until it has made its index. */
    SearchedService(JavaChild child, int heapMb, DatabaseAddress register, List<String> arguments, Path folder)
            throws IOException, InterruptedException {
        home = folder.resolve("search-speed");
        FileSystemUtils.deleteRecursively(home);
        Launch launch = new Launch(child, List.of("-Xmx" + heapMb + "m"), Map.of("DIACHI_HOME", home.toString()));
        service = MeasuredService.start(launch, register, arguments, folder.resolve("service.log"));
        long began = System.nanoTime();
        while (get("/api/v1/search?q=a").statusCode() != OK) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                close();
                throw new BenchException("The service makes no search index; its log is in " + folder);
            }
            Thread.sleep(BETWEEN_TRIES_MILLISECONDS);
        }
        buildSeconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.ofString());
    }

    URI address() {
        return service.address();
    }

    /** From the start of the service until the index answered. */
    double buildSeconds() {
        return buildSeconds;
    }

    /** How much of the heap is in use, garbage included. */
    long heapBytes() throws IOException, InterruptedException {
        return (long) get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How large the files of the index are. */
    long indexBytes() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("search"))) {
            return files.map(Path::toFile)
                    .filter(file -> file.isFile())
                    .mapToLong(file -> file.length())
                    .sum();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        service.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
