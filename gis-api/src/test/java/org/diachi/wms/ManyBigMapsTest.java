package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.diachi.Http;
import org.diachi.cli.CommandProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is run, with a small heap, asked for the largest pictures there are by many at once. */
class ManyBigMapsTest {

    private static final int CLIENTS = 200;
    private static final String HEAP = "-Xmx256m";

    /** What pictures of such a heap may have: 6,000 pixels a megabyte, in blocks of 65,536. */
    private static final int SIDE = 1_190;

    private static final long PATIENCE_SECONDS = 240;

    @TempDir
    private Path folder;

    private final MapCity city = MapCity.get();
    private Process service;
    private String base;

    private void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Map<String, String> environment = new HashMap<>(city.database().toEnvironment());
        environment.put("DIACHI_HOME", folder.toString());
        environment.put("DIACHI_LIMITS_ENABLED", "false");
        service = CommandProcess.start(
                List.of(HEAP, "-XX:+ExitOnOutOfMemoryError"),
                environment,
                Redirect.to(log().toFile()),
                Redirect.appendTo(log().toFile()),
                "run",
                "--no-sample",
                "--port",
                String.valueOf(port),
                "--city",
                Path.of("..", "data", "hue").toString());
        base = "http://localhost:" + port;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isReady()) {
            assertThat(service.isAlive() && System.nanoTime() < end)
                    .as(Files.readString(log()))
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private Path log() {
        return folder.resolve("log.txt");
    }

    /** Whether it serves, and its packs are made. */
    private boolean isReady() throws IOException {
        return Files.readString(log()).contains("Diachi serves")
                && Maps.get(map("zones", 16, "image/png")).type().equals("image/png");
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.destroy();
        assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private String map(String layers, int side, String format) {
        return base + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&CRS=EPSG:9214&LAYERS=" + layers
                + "&BBOX=569973,1834417,570273,1834717&WIDTH=" + side + "&HEIGHT=" + side + "&FORMAT="
                + Http.encode(format);
    }

    @Test
    void allAreAnsweredOrAskedToComeAgainAndTheServiceGoesOn() throws Exception {
        start();
        String[] formats = {"image/png", "image/jpeg", "image/png; mode=8bit"};
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Maps.Reply>> replies = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String request = map("zones,drainage-links,landmarks", SIDE, formats[i % 3]) + "&DPI=" + (90 + i);
            replies.add(clients.submit(() -> Maps.get(request)));
        }
        int drawn = 0;
        for (Future<Maps.Reply> reply : replies) {
            Maps.Reply told = reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(told.status()).isIn(200, 503);
            assertThat(told.type()).startsWith(told.status() == 200 ? "image/" : "text/xml");
            drawn += told.status() == 200 ? 1 : 0;
        }
        clients.shutdown();
        assertThat(drawn).isPositive();
        assertThat(service.isAlive()).isTrue();
        assertThat(Files.readString(log())).doesNotContain("OutOfMemoryError");
        assertThat(Maps.get(map("zones", 64, "image/png")).type()).isEqualTo("image/png");
        assertThat(Maps.get(map("zones", 4_000, "image/png")).text()).contains("code=\"InvalidParameterValue\"");
    }
}
