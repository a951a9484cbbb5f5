package org.diachi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.diachi.address.Subject;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.registry.Registry;
import org.diachi.security.Bounds;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.diachi.value.Code;
import org.diachi.watch.Deliveries;
import org.diachi.watch.Watch;
import org.diachi.watch.WatchEvent;
import org.diachi.watch.Watchman;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Watches are told over real HTTP, by a receiver that fails first. */
class WebhookTest {

    @RegisterExtension
    static final Village village = Village.create();

    private static final byte[] SECRET = "a secret of the test".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();
    private static int plots;

    private final Registry registry = village.registry();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer receiver;
    private WebhookRunner runner;

    private record Received(String signature, byte[] body) {

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        registry.views().runOnce();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (failures.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                received.add(new Received(exchange.getRequestHeaders().getFirst(WebhookMessage.SIGNATURE), body));
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void end() {
        runner.close();
        receiver.stop(0);
    }

    private void run(boolean arePrivateNetworksAllowed) {
        WebhookSettings settings = new WebhookSettings(
                arePrivateNetworksAllowed, Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(400));
        runner = new WebhookRunner(
                        new Watchman(registry.dataSource(), registry.conflicts()),
                        new Deliveries(registry.dataSource(), registry.watches()),
                        new WebhookAddress(settings),
                        settings)
                .start();
    }

    private Watch watch(String code, Geometry area) {
        return watch("clerk", code, area);
    }

    private Watch watch(String owner, String code, Geometry area) {
        String url = "http://localhost:" + receiver.getAddress().getPort() + "/hook?office=1";
        return registry.watches()
                .create(
                        new Watch.Order(
                                owner,
                                "mine",
                                code,
                                area,
                                url,
                                Base64.getUrlEncoder().encodeToString(SECRET)),
                        "127.0.0.1");
    }

    /** A house on a plot of its own, a kilometre from the next. */
    private Code house(int plot) {
        long ward = village.ward(Village.EAST, Village.FOUNDED);
        Code code =
                village.register(Village.building(ward, "" + plot, 600_000 + 1000 * plot, 1_821_000), "plot " + plot);
        registry.views().runOnce();
        return code;
    }

    private static Geometry around(int plot) {
        return Village.geometry("POINT (" + (600_000 + 1000 * plot) + " 1821000)")
                .buffer(50);
    }

    private Geometry area(int plot) {
        Geometry area = around(plot);
        area.setSRID(9214);
        return area;
    }

    private List<WatchEvent> events(Watch watch) {
        return registry.watches().listEvents(watch.id(), 0, 100);
    }

    @Test
    void aReceiverThatFailsFirstIsToldInTheEndAndOnce() {
        int plot = ++plots;
        Watch watch = watch(null, area(plot));
        failures.set(2);
        run(true);

        Code code = house(plot);
        house(++plots);

        await().atMost(Duration.ofSeconds(60)).until(() -> !received.isEmpty());
        JsonNode message = received.element().json();
        assertThat(message.at("/watch").longValue()).isEqualTo(watch.id());
        assertThat(message.at("/events")).hasSize(1);
        assertThat(message.at("/events/0/detail/code").asString()).isEqualTo(code.toString());
        assertThat(message.at("/events/0/detail/act").asString()).isEqualTo("register");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> registry.watches().find(watch.id()).orElseThrow().attempts() == 0);
        assertThat(received).hasSize(1);
        assertThat(events(watch)).hasSize(1);
    }

    @Test
    void everyMessageIsSigned() {
        int plot = ++plots;
        Code code = house(plot);
        watch(code.toString(), null);
        run(true);
        retire(code);

        await().atMost(Duration.ofSeconds(60)).until(() -> !received.isEmpty());
        Received one = received.element();
        assertThat(one.json().at("/events/0/detail/act").asString()).isEqualTo("retire");
        String[] parts = one.signature().split("[=,]");
        long seconds = Long.parseLong(parts[1]);
        assertThat(parts[3])
                .isEqualTo(WebhookMessage.signature(SECRET, seconds, one.body()))
                .isNotEqualTo(WebhookMessage.signature(SECRET, seconds + 1, one.body()));
    }

    private void retire(Code code) {
        registry.addressRegister()
                .act(ActContext.of("clerk", Village.FOUNDED.plusYears(1)), acts -> acts.retire(Subject.of(code)));
        registry.views().runOnce();
    }

    @Test
    void privateNetworksAreNotSpokenToUnlessTheOperatorAllows() {
        int plot = ++plots;
        Watch watch = watch(null, area(plot));
        run(false);

        house(plot);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> registry.watches().find(watch.id()).orElseThrow().failure() != null);
        assertThat(registry.watches().find(watch.id()).orElseThrow().failure()).contains("private network");
        assertThat(received).isEmpty();
        assertThat(events(watch)).as("who asks is told all the same").hasSize(1);
    }

    @Test
    void whoseKeyHasEndedIsToldNoMore() {
        int plot = ++plots;
        KeyStore keys = new KeyStore(registry.dataSource());
        keys.create(new KeyStore.Grant(Role.READER, Bounds.NONE, "office", null), "test");
        KeyStore.Key key = keys.list().get(keys.list().size() - 1);
        Watch ended = watch(key.actor(), null, area(plot));
        Watch kept = watch(null, area(plot));
        keys.revoke(key.number(), "test");

        run(true);
        house(plot);

        await().atMost(Duration.ofSeconds(60)).until(() -> !received.isEmpty());
        assertThat(events(ended)).as("there was something to tell").hasSize(1);
        assertThat(new Deliveries(registry.dataSource(), registry.watches()).take())
                .isEmpty();
        assertThat(received)
                .extracting(one -> one.json().at("/watch").longValue())
                .containsExactly(kept.id());
    }
}
