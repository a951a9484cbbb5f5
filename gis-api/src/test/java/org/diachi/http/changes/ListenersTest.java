package org.diachi.http.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.diachi.address.AddressContent;
import org.diachi.address.Registration;
import org.diachi.address.RegistrationRules;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.cli.Service;
import org.diachi.db.TestDatabase;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.PositionQuality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.context.ConfigurableApplicationContext;

/** Many who listen, and some who listen but do not hear. */
class ListenersTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    private static final String PATIENCE = "diachi.feed.patience";
    private static final int LISTENERS = 300;
    private static final int STUCK = 40;
    private static final int LONG_LOG = 2000;
    private static final long LONGEST_WAIT_SECONDS = 120;
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 9214);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Registry registry;
    private static ConfigurableApplicationContext service;
    private static int registered;

    @BeforeAll
    static void serve() {
        registry = Registry.open(DATABASE.database(), CityProfile.read(Path.of("..", "data", "hue")), Map.of());
        System.setProperty(PATIENCE, "3s");
        service = Service.start(registry, 0);
        System.clearProperty(PATIENCE);
        register(LONG_LOG);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    /** Registers so many objects in one act each has an entry of its own in the log. */
    private static void register(int count) {
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            registered++;
            Point point = FACTORY.createPoint(new Coordinate(560000 + 20 * (registered % 100), 1820000 + registered));
            all.add(new Registration(
                    new AddressContent(
                            AddressKind.BUILDING,
                            AddressStatus.CURRENT,
                            null,
                            String.valueOf(registered),
                            "Phố Nghe",
                            null,
                            new PositionQuality("survey", null),
                            point,
                            point,
                            null,
                            List.of(),
                            Map.of("note", "x".repeat(500))),
                    null,
                    List.of()));
        }
        registry.addressRegister()
                .register(all, RegistrationRules.STRICT, ActContext.of("test", LocalDate.of(2025, 7, 1)));
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + Service.port(service) + path);
    }

    private static ChangeStreams streams() {
        return service.getBean(ChangeStreams.class);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** A listener without a thread; keeps the ids of the events that it gets. */
    private static final class Ear implements Flow.Subscriber<String> {

        private final List<Long> heard = new CopyOnWriteArrayList<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            // A sign of life has an id too; only an event has data.
            if (line.startsWith("data: {\"seq\":")) {
                heard.add(Long.valueOf(line.substring("data: {\"seq\":".length(), line.indexOf(','))));
            }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    @Test
    void hundredsListenAndWaitAtOnceWithoutHoldingAThreadEach() throws Exception {
        long head = registry.changes().head();
        List<Ear> ears = new ArrayList<>();
        List<CompletableFuture<HttpResponse<Void>>> open = new ArrayList<>();
        List<CompletableFuture<HttpResponse<String>>> waits = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            Ear ear = new Ear();
            ears.add(ear);
            open.add(CLIENT.sendAsync(
                    HttpRequest.newBuilder(uri("/api/v1/changes/stream?after=" + head))
                            .build(),
                    HttpResponse.BodyHandlers.fromLineSubscriber(ear)));
            waits.add(CLIENT.sendAsync(
                    HttpRequest.newBuilder(uri("/api/v1/changes?wait=60&after=" + head))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        await("all listen", () -> streams().size() == LISTENERS);
        // Three times as many wait as the container has threads, and others are served.
        HttpResponse<String> other = CLIENT.send(
                HttpRequest.newBuilder(uri("/api/v1/addresses?limit=1"))
                        .timeout(Duration.ofSeconds(LONGEST_WAIT_SECONDS))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(other.statusCode()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            register(1);
        }
        List<Long> expected = LongStream.rangeClosed(head + 1, head + 5).boxed().toList();
        for (Ear ear : ears) {
            await("all is heard", () -> ear.heard.size() >= expected.size());
            assertThat(ear.heard).isEqualTo(expected);
        }
        for (CompletableFuture<HttpResponse<String>> wait : waits) {
            HttpResponse<String> answer = wait.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("{\"seq\":" + (head + 1) + ",");
        }
        open.forEach(stream -> stream.cancel(true));
    }

    /** A client that asks for everything and then takes nothing off the wire. */
    private static Socket listenWithoutHearing() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", Service.port(service)));
        socket.getOutputStream()
                .write("GET /api/v1/changes/stream?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whoTakesNothingIsDroppedAndMissesNothingWhenComingBack() throws Exception {
        int before = streams().size();
        List<Socket> stuck = new ArrayList<>();
        for (int i = 0; i < STUCK; i++) {
            stuck.add(listenWithoutHearing());
        }
        await("all are served", () -> streams().size() >= before + STUCK);
        // Others hear what is new while those are stuck.
        Ear ear = new Ear();
        CompletableFuture<HttpResponse<Void>> good = CLIENT.sendAsync(
                HttpRequest.newBuilder(uri("/api/v1/changes/stream?after="
                                + registry.changes().head()))
                        .build(),
                HttpResponse.BodyHandlers.fromLineSubscriber(ear));
        register(1);
        await("the good one hears", () -> !ear.heard.isEmpty());
        await("the stuck ones are dropped", () -> streams().size() <= before + 1);
        long last = lastEntryIn(stuck.get(0));
        for (Socket socket : stuck) {
            socket.close();
        }
        assertThat(last).isLessThan(registry.changes().head());
        Ear again = new Ear();
        CompletableFuture<HttpResponse<Void>> back = CLIENT.sendAsync(
                HttpRequest.newBuilder(uri("/api/v1/changes/stream"))
                        .header("Last-Event-ID", String.valueOf(last))
                        .build(),
                HttpResponse.BodyHandlers.fromLineSubscriber(again));
        long head = registry.changes().head();
        await("the rest is heard", () -> again.heard.size() >= head - last);
        assertThat(again.heard)
                .isEqualTo(LongStream.rangeClosed(last + 1, head).boxed().toList());
        good.cancel(true);
        back.cancel(true);
    }

    /** What had been sent before the connection was given up, to the last whole event. */
    private static long lastEntryIn(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        long last = 0;
        long id = 0;
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    id = Long.parseLong(line.substring("id: ".length()));
                } else if (line.startsWith("data: ") && line.endsWith("}")) {
                    last = id;
                }
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return last;
    }
}
