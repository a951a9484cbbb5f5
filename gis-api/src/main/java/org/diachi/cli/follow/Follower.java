package org.diachi.cli.follow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the change feed of a service to a sink, page by page, and waits for more at its end. */
public final class Follower {

    private static final Pattern NEXT = Pattern.compile("[?&]after=([0-9]{1,18})[&>]");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int WAIT_SECONDS = 30;
    private static final int LIMIT = 1000;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI service;
    private final Sink sink;

    /**
     * A follower.
     *
     * @param service the address of the service, such as {@code http://localhost:8080}
     */
    public Follower(URI service, Sink sink) {
        this.service = service;
        this.sink = sink;
    }

    /** Follows to the present end of the log. */
    public void catchUp() throws IOException, InterruptedException {
        long before;
        do {
            before = sink.position();
            step(0);
        } while (sink.position() > before);
    }

    /** Follows one page further; at the end of the log waits for a while until there is one. */
    public void step() throws IOException, InterruptedException {
        step(WAIT_SECONDS);
    }

    private void step(int waitSeconds) throws IOException, InterruptedException {
        String query = "/api/v1/changes?f=ndjson&after=" + sink.position() + "&limit=" + LIMIT + "&wait=" + waitSeconds;
        HttpRequest request = HttpRequest.newBuilder(service.resolve(query))
                .timeout(CONNECT.plusSeconds(2L * WAIT_SECONDS))
                .build();
        HttpResponse<byte[]> page = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (page.statusCode() != OK) {
            throw new IOException(request.uri() + " answered " + page.statusCode());
        }
        sink.take(page.body(), next(page));
    }

    private static long next(HttpResponse<byte[]> page) throws IOException {
        Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
        if (!link.find()) {
            throw new IOException(page.uri() + " does not say where the feed goes on: is it this service?");
        }
        return Long.parseLong(link.group(1));
    }
}
