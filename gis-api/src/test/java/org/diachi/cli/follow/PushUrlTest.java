package org.diachi.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.diachi.Http;
import org.diachi.TestCity;
import org.diachi.cli.CommandProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code follow --to URL} with a receiver that is often ill: everything arrives at least once, in the order of the log. */
class PushUrlTest {

    private static final int PAGE_SIZE_OF_FOLLOWER = 1000;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private final TestCity city = TestCity.get();
    private final List<Long> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer receiver;

    private int open(int port) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        receiver.createContext("/inbox", this::receive);
        receiver.start();
        return receiver.getAddress().getPort();
    }

    /** Every third delivery is refused, some of them after they were taken. */
    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int request = requests.incrementAndGet();
        boolean isIll = request % 3 == 1;
        if (!isIll || request % 6 == 1) {
            body.lines()
                    .map(line -> line.substring("{\"seq\":".length(), line.indexOf(',')))
                    .forEach(seq -> received.add(Long.valueOf(seq)));
        }
        exchange.sendResponseHeaders(isIll ? 500 : 204, -1);
        exchange.close();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private Process follow(int port, String... more) throws IOException {
        List<String> call = new ArrayList<>(
                List.of("follow", "--to", "http://localhost:" + port + "/inbox", "--from", Http.base()));
        call.addAll(List.of(more));
        return CommandProcess.start(
                List.of(), Map.of(), Redirect.DISCARD, Redirect.DISCARD, call.toArray(String[]::new));
    }

    private void awaitArrival(long seq) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!received.contains(seq)) {
            assertThat(System.nanoTime()).as("entry %s arrives", seq).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private long act(int number) {
        city.registerLonely(number);
        return city.registry().changes().head();
    }

    @Test
    void everythingArrivesInOrderThoughReceiverAndFollowerFail() throws Exception {
        int port = open(0);
        Path position = folder.resolve("position");
        Process follower = follow(port, "--position", position.toString());
        try {
            for (int number = 30_010; number < 30_016; number++) {
                awaitArrival(act(number));
            }
            // The receiver goes away for a while; what happens meanwhile is told when it is back.
            receiver.stop(0);
            act(30_002);
            open(port);
            awaitArrival(act(30_003));
        } finally {
            follower.destroyForcibly().waitFor();
        }
        int receivedBefore = received.size();
        act(30_004);
        Process next = follow(port, "--position", position.toString());
        try {
            awaitArrival(act(30_005));
        } finally {
            next.destroyForcibly().waitFor();
        }
        assertThat(received.size() - receivedBefore)
                .as("entries that came once more or are new; the log is not told from its beginning")
                .isLessThan(receivedBefore);
        assertThat(requests.get()).isGreaterThan(4);
        List<Long> all = Http.get("/api/v1/changes?limit=10000").each("/changes", "/seq").stream()
                .map(Long::valueOf)
                .toList();
        assertThat(received).containsAll(all);
        assertOrdered();
    }

    /** No piece comes before what it follows; one that was refused comes again from its first entry, at most a page back. */
    private void assertOrdered() {
        List<Long> firsts = new ArrayList<>();
        for (long seq : received) {
            int place = Collections.binarySearch(firsts, seq);
            if (place < 0) {
                // Closed entries have no line, so that the numbers may leap, but never go back.
                assertThat(-place - 1).as("%s comes after what came", seq).isEqualTo(firsts.size());
                firsts.add(seq);
            } else {
                assertThat(firsts.size() - place).isLessThanOrEqualTo(PAGE_SIZE_OF_FOLLOWER);
            }
        }
    }
}
