package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error is a problem that says what was wrong and how to mend it. */
class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/addresses?steet=x",
        "/api/v1/addresses/7K3Q-9MXP?f=json",
        "/api/v1/places?adress=x",
        "/api/v1/imports?f=json",
        "/ogc?x=1",
        "/ogc/collections/zones/items?colour=red",
        "/ogc/collections/addresses/items?near=1",
        "/7K3Q-9MXP?crs=EPSG:9214"
    })
    void unknownParametersAreNamedWithTheKnownOnes(String path) {
        Reply reply = Http.get(path);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/type")).isEqualTo("urn:problem-type:diachi:unknown-parameter");
        assertThat(path).contains("?" + reply.at("/parameter") + "=");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/addresses?limit=0                     | limit      | greater than or equal to 1",
                "/api/v1/addresses?limit=10001                 | limit      | less than or equal to 10000",
                "/api/v1/addresses?limit=many                  | limit      | whole number",
                "/api/v1/addresses?bbox=1,2,3                  | bbox       | 3 numbers",
                "/api/v1/addresses?bbox=1,2,x,4                | bbox       | no number",
                "/api/v1/addresses?bbox=107,17,108,16          | bbox       | south north of its north",
                "/api/v1/addresses?bbox=16,107,17,108          | bbox       | latitude beyond 90",
                "/api/v1/addresses?bbox=1,2,3,4&bbox-crs=EPSG:1 | bbox-crs  | EPSG/0/9214",
                "/api/v1/addresses?crs=mars                    | crs        | no coordinate reference system",
                "/api/v1/addresses?crs=EPSG:2284               | crs        | EPSG/0/9214",
                "/api/v1/addresses?kind=house                  | kind       | publicSpace",
                "/api/v1/addresses?status=alive                | status     | retired",
                "/api/v1/addresses?externalId=42               | externalId | scheme:value",
                "/api/v1/addresses?near=16.46,107.57           | near       | longitude before latitude",
                "/api/v1/addresses?near=107.57,16.46,99999     | near       | metres",
                "/api/v1/addresses?near=107.57                 | near       | 1 numbers",
                "/api/v1/addresses?asOf=yesterday              | asOf       | 2025-07-01",
                "/api/v1/addresses?asOf=2025-02-30             | asOf       | 2025-07-01",
                "/api/v1/addresses?knownAt=2025-07-01          | knownAt    | offset",
                "/api/v1/addresses?knownAt=2999-01-01T00:00:00Z | knownAt   | yet to come",
                "/api/v1/addresses?geometry=3d                 | geometry   | footprint",
                "/api/v1/addresses?ward=a/b                    | ward       | must match",
                "/api/v1/addresses?street=                     | street     | is empty",
                "/api/v1/addresses?f=pdf                       | f          | csv",
                "/api/v1/places?geometry=point                 | geometry   | outline",
                "/api/v1/imports?state=lost                    | state      | running",
                "/api/v1/imports/x                             | id         | whole number",
                "/api/v1/imports/1/issues?severity=bad         | severity   | refused",
                "/ogc?f=xml                                    | f          | json",
                "/ogc/collections/zones/items?datetime=soon    | datetime   | cannot be read",
                "/ogc/collections/zones/items?datetime=2025-01-02/2025-01-01 | datetime | ends before",
                "/ogc/collections/zones/items?limit=0          | limit      | greater than or equal to 1",
                "/ogc/collections/zones/items?maxStoreys=many  | maxStoreys | integer",
                "/ogc/collections/zones/items/1?datetime=../2025-01-01 | datetime | one state"
            })
    void badValuesAreNamedWithWhatWouldBeRight(String path, String parameter, String detail) {
        Reply reply = Http.get(path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.at("/type")).isEqualTo("urn:problem-type:diachi:bad-value");
        assertThat(reply.at("/parameter")).isEqualTo(parameter);
        assertThat(reply.at("/detail")).contains(detail);
        assertThat(reply.at("/instance")).isEqualTo(URI.create(path).getPath());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/nothing",
        "/nothing/at/all",
        "/no-such-page.html",
        "/api/v1/places/00000",
        "/api/v1/imports/999999",
        "/api/v1/imports/999999/issues",
        "/ogc/collections/nothing",
        "/ogc/collections/nothing/items",
        "/ogc/collections/zones/items/x",
        "/ogc/collections/zones/items/999999",
        "/ogc/collections/places/items/999999",
        "/ogc/collections/addresses/items/0000-0000"
    })
    void whatIsNotThereIsNotFound(String path) {
        Reply reply = Http.get(path);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.at("/detail")).isNotBlank();
    }

    @Test
    void otherMethodsAreNotAllowed() {
        Reply reply = Http.send("DELETE", "/api/v1/addresses/7K3Q-9MXP", "");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET");
        assertThat(Http.send("PUT", "/ogc", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(405);
        assertThat(Http.send("POST", "/api/v1/nothing", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/addresses/7K3Q-9MXP",
        "/api/v1/addresses",
        "/api/v1/places",
        "/ogc",
        "/ogc/collections/zones/items"
    })
    void formatsThatCannotBeGivenAreNotAcceptable(String path) {
        Reply reply = Http.get(path, "Accept", "image/png");
        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.each("/known", "")).isNotEmpty().doesNotContain("application/problem+json");
    }

    @Test
    void aWrongKeyIsRefusedEvenForReads() {
        assertThat(Http.get("/ogc", "Authorization", "Bearer nonsense").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/addresses?street=\\ HTTP/1.1, 400",
        "GET /a%2Fb HTTP/1.1, 400",
        "GET /a\u0001 HTTP/1.1, 400"
    })
    void whatTheServerRefusesByItselfIsAProblemToo(String line, int status) throws IOException {
        try (Socket socket = new Socket("localhost", URI.create(Http.base()).getPort())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json", "\"status\":" + status);
        }
    }
}
