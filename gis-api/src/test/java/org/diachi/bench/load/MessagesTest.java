package org.diachi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.diachi.bench.LoadResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that change something arrive as they were meant, each once. */
class MessagesTest {

    private static final int MESSAGES = 40;

    static List<LoadGenerator> generators() {
        return List.of(new JavaLoad(), LoadGenerator.best());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void eachIsSentOnceAndInOrder(LoadGenerator generator) throws Exception {
        List<String> arrived = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrived.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("If-Match") + " " + body);
            exchange.sendResponseHeaders(arrived.size() > MESSAGES ? 409 : 201, -1);
            exchange.close();
        });
        server.start();
        try {
            List<Message> messages = IntStream.range(0, MESSAGES)
                    .mapToObj(i -> new Message("PATCH", "/houses/" + i + "?x=1", Map.of("If-Match", "*"), "số " + i))
                    .toList();
            URI service = URI.create("http://localhost:" + server.getAddress().getPort());
            LoadResult result = generator.send(service, messages, 1, Duration.ofSeconds(1));
            assertThat(arrived.subList(0, MESSAGES))
                    .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                            .mapToObj(i -> "PATCH /houses/" + i + "?x=1 * số " + i)
                            .toList());
            assertThat(result.requests() - result.errors()).isEqualTo(MESSAGES);
        } finally {
            server.stop(0);
        }
    }
}
