package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Watches over HTTP; what is sent where is a matter of WebhookTest. */
class WatchesTest {

    private final String key = TestCity.get().key(Role.READER);

    private Reply create(String body) {
        return Http.send(
                "POST", "/api/v1/watches", body, "Content-Type", "application/json", "Authorization", "Bearer " + key);
    }

    private Reply get(String path, String bearer) {
        return Http.get(path, "Authorization", "Bearer " + bearer);
    }

    @Test
    void whatHappensInAnAreaIsToldWithinAMinute() {
        Reply made = create("""
                {"label": "the lonely road", "area": {"type": "Polygon", "coordinates":
                  [[[107.9, 16.52], [107.97, 16.52], [107.97, 16.57], [107.9, 16.57], [107.9, 16.52]]]}}""");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.at("/secret")).isEmpty();

        String code = TestCity.get().registerLonely(777).toString();

        String events = made.header("Location") + "/events";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(events, key).each("/events", "/detail/code").contains(code));
        Reply told = get(events, key);
        assertThat(told.each("/events", "/detail/act")).contains("register");
    }

    @Test
    void nobodyElseSeesOrRemovesAWatch() {
        String body = "{\"label\": \"mine\", \"code\": \"" + TestCity.get().house("2") + "\"}";
        String watch = create(body).header("Location");
        String stranger = TestCity.get().key(Role.ADMINISTRATOR);

        assertThat(get(watch, key).at("/label")).isEqualTo("mine");
        assertThat(get(watch, stranger).status()).isEqualTo(404);
        assertThat(get(watch + "/events", stranger).status()).isEqualTo(404);
        assertThat(get("/api/v1/watches", stranger).each("/watches", "/id")).isEmpty();
        assertThat(Http.get(watch).status()).isEqualTo(401);

        Http.send("DELETE", watch, "", "Authorization", "Bearer " + stranger);
        assertThat(get(watch, key).status()).isEqualTo(200);
        assertThat(Http.send("DELETE", watch, "", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(204);
        assertThat(get(watch, key).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5432/",
                "http://localhost:8080/actuator",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://2130706433/",
                "file:///etc/passwd",
                "https://someone:word@office.example/"
            })
    void theServiceTellsNoPrivateAddress(String url) {
        Reply reply =
                create("{\"label\": \"x\", \"code\": \"" + TestCity.get().house("2") + "\", \"url\": \"" + url + "\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\": \"neither\"}",
                "{\"label\": \"line\", \"area\": {\"type\": \"LineString\", \"coordinates\": [[107.5, 16.4], [107.6, 16.4]]}}",
                "{\"label\": \"empty\", \"area\": {\"type\": \"Polygon\", \"coordinates\": []}}"
            })
    void whatCannotBeWatchedIsRefused(String body) {
        assertThat(create(body).status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"LineString\", \"coordinates\": [[107.5, 16.4], [107.6, 16.4]]}",
                "{\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[107.5, 16.4], [107.6, 16.5], [107.6, 16.4], [107.5, 16.5], [107.5, 16.4]]]}"
            })
    void whatIsWrongWithAnAreaIsSaidOfTheArea(String area) {
        Reply reply = create("{\"label\": \"bad\", \"area\": " + area + "}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.each("/errors", "/pointer")).containsExactly("/area");
    }

    @Test
    void watchesTakeAKey() {
        Reply reply = Http.send("POST", "/api/v1/watches", "{\"label\": \"x\"}", "Content-Type", "application/json");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(Http.get("/api/v1/watches").status()).isEqualTo(401);
    }
}
