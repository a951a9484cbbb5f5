package org.diachi.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message to one machine and reads the status of the answer, no more. The clients of the JDK ask for the machine
 * of a name themselves, and might be told another one than that which was looked at.
 */
final class WebhookPost {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPost.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_LINE = 1000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private WebhookPost() {}

    /** The status with which the machine answers, however slowly it speaks within three times ten seconds. */
    static int send(URI uri, InetAddress machine, WebhookMessage message) throws IOException {
        return send(uri, machine, message, TIMEOUT);
    }

    /** The status; within three times as long as connecting may take. */
    static int send(URI uri, InetAddress machine, WebhookMessage message, Duration timeout) throws IOException {
        boolean isSecure = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : isSecure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(machine, port), (int) timeout.toMillis());
            plain.setSoTimeout((int) timeout.toMillis());
            closeAfter(timeout.multipliedBy(2), plain);
            try (Socket socket = isSecure ? secured(plain, uri.getHost(), port) : plain) {
                long deadline = System.nanoTime() + timeout.toNanos();
                OutputStream out = socket.getOutputStream();
                out.write(head(uri, message).getBytes(StandardCharsets.ISO_8859_1));
                out.write(message.body());
                out.flush();
                return status(socket, deadline);
            }
        }
    }

    /** Time-outs of sockets are those of single reads, and there is none for writing: drop by drop, neither would end. */
    private static void closeAfter(Duration time, Socket socket) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        LOG.debug("A socket cannot be closed", e);
                    }
                });
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI uri, WebhookMessage message) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String host = uri.getHost() + (uri.getPort() >= 0 ? ":" + uri.getPort() : "");
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: " + host + "\r\n");
        message.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(message.body().length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private static int status(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("It did not answer in time");
            }
            socket.setSoTimeout((int) left);
            int read = in.read();
            if (read < 0 || read == '\n') {
                break;
            }
            line.append((char) read);
        }
        Matcher matcher = STATUS.matcher(line.toString().strip());
        if (!matcher.matches()) {
            throw new IOException("The answer is none of HTTP");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
