package org.diachi.cli.follow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hands the feed on: each piece is the body of one POST, and has arrived when the answer is 2xx. A piece may come twice
 * after a failure; its first and last {@code seq} tell.
 */
public final class PushUrl implements Sink {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLASS_OF_SUCCESS = 2;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final @Nullable PositionFile file;
    private long position;

    /**
     * A sink.
     *
     * @param after the last entry that the other side has, unless the file knows better
     * @param file keeps how far the other side has come; absent if nobody does
     */
    public PushUrl(URI url, long after, @Nullable PositionFile file) throws IOException {
        this.url = url;
        this.file = file;
        this.position = file == null ? after : file.read().orElse(after);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void take(byte[] lines, long next) throws IOException, InterruptedException {
        if (lines.length > 0) {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(lines))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != CLASS_OF_SUCCESS) {
                throw new IOException(url + " answered " + status + " to the entries up to " + next);
            }
        }
        if (file != null && next != position) {
            file.write(next);
        }
        position = next;
    }

    @Override
    public void close() {
        // The client has nothing to close in this version of Java.
    }
}
