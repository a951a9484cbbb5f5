package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.Test;

/** One object by its code, however it is typed, in any state. */
class AddressLookupTest {

    private final TestCity city = TestCity.get();

    @Test
    void aCodeAnswersItsObject() {
        Reply reply = Http.get("/api/v1/addresses/" + city.house("12"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/geo+json");
        assertThat(reply.at("/id")).isEqualTo(city.house("12"));
        assertThat(reply.at("/properties/address")).isEqualTo("12 Lê Lợi, Phường Thuận Hoá, Thành phố Huế");
        assertThat(reply.at("/properties/ward/code")).isEqualTo(TestCity.WARD);
        assertThat(reply.at("/properties/position/accuracy")).isEqualTo("0.3");
        assertThat(reply.at("/properties/externalIds/0/value")).isEqualTo("house/12");
        assertThat(reply.at("/properties/validFrom")).isEqualTo("2025-07-01");
        assertThat(reply.json().at("/geometry/coordinates/0").doubleValue()).isBetween(107.57, 107.59);
        assertThat(reply.json().at("/geometry/coordinates/1").doubleValue()).isBetween(16.46, 16.47);
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        String code = city.house("12");
        String typed = code.toLowerCase(java.util.Locale.ROOT)
                .replace("-", "")
                .replace('0', 'o')
                .replace('1', 'l');
        Reply reply = Http.get("/api/v1/addresses/" + typed);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/id")).isEqualTo(code);
        assertThat(reply.header("Content-Location")).isEqualTo("/api/v1/addresses/" + code);
    }

    @Test
    void oneWrongCharacterNamesTheRightCodeAmongTheCandidates() {
        String code = city.house("12");
        char wrong = code.charAt(2) == 'A' ? 'B' : 'A';
        Reply reply = Http.get("/api/v1/addresses/" + code.substring(0, 2) + wrong + code.substring(3));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.at("/type")).isEqualTo("urn:problem-type:diachi:unknown-code");
        assertThat(reply.each("/candidates", "/code")).contains(code);
        assertThat(reply.each("/candidates", "/address")).contains("12 Lê Lợi, Phường Thuận Hoá, Thành phố Huế");
    }

    @Test
    void retiredObjectsAreNoCandidates() {
        String code = city.house("30");
        char wrong = code.charAt(0) == 'A' ? 'B' : 'A';
        Reply reply = Http.get("/api/v1/addresses/" + wrong + code.substring(1));
        assertThat(reply.each("/candidates", "/code")).doesNotContain(code);
    }

    @Test
    void whatIsNoCodeIsNotFound() {
        assertThat(Http.get("/api/v1/addresses/hello").status()).isEqualTo(404);
        assertThat(Http.get("/api/v1/addresses/0000-0000").at("/detail")).contains("never been issued");
    }

    @Test
    void aRetiredObjectAnswersWithItsSuccessors() {
        Reply reply = Http.get("/api/v1/addresses/" + city.house("30"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/properties/status")).isEqualTo("retired");
        assertThat(reply.each("/properties/successors", "/code")).containsExactly(city.house("29"));
        assertThat(Http.get("/api/v1/addresses/" + city.house("29")).each("/properties/predecessors", "/code"))
                .containsExactly(city.house("30"));
    }

    @Test
    void anyDayCanBeAsked() {
        String path = "/api/v1/addresses/" + city.house("30");
        assertThat(Http.get(path + "?asOf=2025-12-31").at("/properties/status")).isEqualTo("current");
        assertThat(Http.get(path + "?asOf=2026-01-01").at("/properties/status")).isEqualTo("retired");
        Reply before = Http.get(path + "?asOf=2025-06-30");
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.at("/detail")).contains("2025-07-01");
    }

    @Test
    void anyKnowledgeCanBeAsked() {
        String known = city.jdbc()
                .queryForObject(
                        "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM registry.change"
                                + " WHERE act = 'register' AND code = ?",
                        String.class,
                        city.house("30"));
        Reply reply = Http.get("/api/v1/addresses/" + city.house("30") + "?knownAt=" + known);
        assertThat(reply.at("/properties/status")).isEqualTo("current");
        assertThat(reply.at("/properties/version")).isEqualTo("1");
        assertThat(Http.get("/api/v1/addresses/" + city.house("30") + "?knownAt=2020-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theOutlineIsShownWhenAsked() {
        String path = "/api/v1/addresses/" + city.house("12");
        assertThat(Http.get(path).at("/geometry/type")).isEqualTo("Point");
        assertThat(Http.get(path + "?geometry=footprint").at("/geometry/type")).isEqualTo("Polygon");
    }

    @Test
    void theGeometryComesInTheSystemAskedForInItsAxisOrder() {
        String path = "/api/v1/addresses/" + city.cafe() + "?crs=";
        Reply projected = Http.get(path + "EPSG:9214");
        assertThat(projected.json().at("/geometry/coordinates").toString()).isEqualTo("[561001,1821001]");
        assertThat(projected.header("Content-Crs")).isEqualTo("<http://www.opengis.net/def/crs/EPSG/0/9214>");
        Reply latitudeFirst = Http.get(path + Http.encode("http://www.opengis.net/def/crs/EPSG/0/4326"));
        assertThat(latitudeFirst.json().at("/geometry/coordinates/0").doubleValue())
                .isBetween(16.0, 17.0);
    }

    @Test
    void whatASourceToldBesideIsKept() {
        assertThat(Http.get("/api/v1/addresses/" + city.cafe()).at("/properties/details/opening_hours"))
                .isEqualTo("06:00-22:00");
        assertThat(Http.get("/api/v1/addresses/" + city.cafe()).at("/properties/locatedAt"))
                .isEqualTo(city.house("1"));
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String path = "/api/v1/addresses/" + city.house("12");
        Reply first = Http.get(path);
        assertThat(first.header("ETag")).startsWith("\"1-");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        Reply again = Http.get(path, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(Http.get(path + "?crs=EPSG:3857", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(200);
    }
}
