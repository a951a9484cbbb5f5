package org.diachi.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.diachi.bench.ClosedLoop;

/**
 * Asks for paths on the thread that calls, with connections that are kept alive: what takes least of the machine for
 * itself. Thread-safe.
 *
 * @param service that is asked
 */
public record PlainHttp(URI service) implements ClosedLoop.Client {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    @Override
    public boolean ask(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) service.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_MILLISECONDS);
            boolean isOk = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = isOk ? connection.getInputStream() : connection.getErrorStream()) {
                if (body != null) {
                    body.readAllBytes();
                }
            }
            return isOk;
        } catch (IOException e) {
            // A request without an answer is one of the things that are counted.
            return false;
        }
    }

    @Override
    public void close() {
        // The connections close when nothing has been asked for a while.
    }
}
