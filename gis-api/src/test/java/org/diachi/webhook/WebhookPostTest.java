package org.diachi.webhook;

import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Machines that want to keep whoever tells them for ever. */
class WebhookPostTest {

    private static final WebhookMessage MESSAGE = new WebhookMessage(Map.of(), new byte[] {'{', '}'});
    private static final Duration SHORT = Duration.ofMillis(200);

    /** A greeting of TLS of 16 KB, byte by byte: no single read waits for long. */
    @Test
    void aGreetingThatNeverEndsIsCutOff() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread drip = new Thread(() -> drip(server, ended));
            drip.start();
            URI uri = URI.create("https://localhost:" + server.getLocalPort() + "/");
            assertThatIOException().isThrownBy(() -> WebhookPost.send(uri, server.getInetAddress(), MESSAGE, SHORT));
            ended.await();
        }
    }

    private static void drip(ServerSocket server, CountDownLatch ended) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write(new byte[] {22, 3, 3, 64, 0});
            while (true) {
                out.write(0);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            ended.countDown();
        }
    }
}
