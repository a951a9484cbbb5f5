package org.diachi.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;

/** Load of the JDK's own HTTP client. It works harder for each request than {@code wrk}, at the cost of the service. */
public final class JavaLoad implements LoadGenerator {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "java.net.http";
    }

    @Override
    public LoadResult run(URI service, List<String> paths, int connections, Duration duration) {
        return new ClosedLoop(paths, connections, duration).run(() -> new Connection(service));
    }

    /** One connection, kept alive. */
    private record Connection(HttpClient http, URI service) implements ClosedLoop.Client {

        Connection(URI service) {
            this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), service);
        }

        @Override
        public boolean ask(String path) throws InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                    .timeout(PATIENCE)
                    .build();
            try {
                return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
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
