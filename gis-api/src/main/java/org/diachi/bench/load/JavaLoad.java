package org.diachi.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;

/** Load of the JDK's own HTTP client. It works harder for each request than {@code wrk}, at the cost of the service. */
public final class JavaLoad implements LoadGenerator {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "java.net.http";
    }

    @Override
    public LoadResult run(URI service, List<String> paths, int connections, Duration duration) {
        return new ClosedLoop(paths, connections, duration)
                .run(() -> new Connection(path -> HttpRequest.newBuilder(service.resolve(path))
                        .timeout(PATIENCE)
                        .build()));
    }

    @Override
    public LoadResult send(URI service, List<Message> messages, int connections, Duration duration) {
        AtomicInteger next = new AtomicInteger();
        // Whatever is drawn, the next message is sent; after the last one is an error.
        return new ClosedLoop(List.of(""), connections, duration)
                .run(() -> new Connection(any -> messages.get(Math.min(next.getAndIncrement(), messages.size() - 1))
                        .to(service)));
    }

    /** One connection, kept alive. */
    private record Connection(HttpClient http, Function<String, HttpRequest> requests) implements ClosedLoop.Client {

        Connection(Function<String, HttpRequest> requests) {
            this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), requests);
        }

        @Override
        public boolean ask(String item) throws InterruptedException {
            try {
                int status = http.send(requests.apply(item), BodyHandlers.discarding())
                        .statusCode();
                return status == OK || status == CREATED;
            } catch (IOException e) {
                // A request without an answer is one of the things that are counted.
                return false;
            }
        }

        @Override
        public void close() {
            // The client closes its connection when it is no longer referred to.
        }
    }
}
