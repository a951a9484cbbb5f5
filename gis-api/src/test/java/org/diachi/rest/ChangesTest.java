package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.value.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The change feed as clients get it. */
class ChangesTest {

    private final TestCity city = TestCity.get();

    private long head() {
        return city.registry().changes().head();
    }

    @Test
    void isReadByPages() {
        Reply first = Http.get("/api/v1/changes?kind=building&limit=3");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.each("/changes", "/act")).containsExactly("register", "register", "register");
        assertThat(first.at("/changes/0/after/properties/code")).isEqualTo(city.house("1"));
        assertThat(first.header("Link")).contains("rel=\"next\"").contains("kind=building");
        Reply second = Http.get("/api/v1/changes?kind=building&limit=1&after=" + first.at("/next"));
        assertThat(second.at("/changes/0/code")).isEqualTo(city.house("4"));
        assertThat(Http.get(
                                "/api/v1/changes?limit=1",
                                "If-None-Match",
                                Http.get("/api/v1/changes?limit=1").header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void givesTheSameBytesAsLines() {
        String document = Http.get("/api/v1/changes?limit=5").body();
        String[] lines = Http.get("/api/v1/changes?limit=5", "Accept", "application/x-ndjson")
                .body()
                .split("\n");
        assertThat(lines).hasSize(5);
        assertThat(document).contains(String.join(",", lines));
    }

    @Test
    void tellsNothingOfRestrictedLayers() {
        Reply all = Http.get("/api/v1/changes?limit=10000");
        assertThat(all.each("/changes", "/kind")).contains("zones").doesNotContain("flood-lines");
        assertThat(all.at("/next")).isEqualTo(all.at("/head"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?affter=1", "?after=-1", "?after=x", "?limit=0", "?limit=10001", "?wait=61", "?f=csv"})
    void refusesWhatItDoesNotKnow(String query) {
        assertThat(Http.get("/api/v1/changes" + query).status()).isEqualTo(400);
    }

    @Test
    void waitsForWhatIsWanted() throws Exception {
        CompletableFuture<Reply> waiting =
                CompletableFuture.supplyAsync(() -> Http.get("/api/v1/changes?kind=building&wait=30&after=" + head()));
        Thread.sleep(300);
        Code lonely = city.registerLonely(901);
        assertThat(waiting.get().each("/changes", "/code")).contains(lonely.toString());
    }

    @Test
    void answersWithNothingWhenTheTimeIsUp() {
        Reply reply = Http.get("/api/v1/changes?kind=nothing-of-the-kind&wait=1&after=" + head());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/changes")).isEmpty();
        assertThat(reply.json().at("/next").asLong()).isPositive();
    }

    @Test
    void sendsEventsAndGoesOnAfterTheLast() throws Exception {
        long before = head();
        Code first = city.registerLonely(902);
        try (BufferedReader events = listen(Long.toString(before))) {
            assertThat(nextData(events)).contains(first.toString());
            Code second = city.registerLonely(903);
            String data = nextData(events);
            while (!data.contains(second.toString())) {
                data = nextData(events);
            }
            assertThat(data).startsWith("{\"seq\":");
        }
        assertThat(Http.get("/api/v1/changes/stream", "Last-Event-ID", "x").status())
                .isEqualTo(400);
    }

    private static BufferedReader listen(String lastEventId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Http.base() + "/api/v1/changes/stream"))
                .header("Last-Event-ID", lastEventId)
                .build();
        HttpResponse<java.io.InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String nextData(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (!line.startsWith("data: ")) {
            line = events.readLine();
        }
        return line.substring("data: ".length());
    }
}
