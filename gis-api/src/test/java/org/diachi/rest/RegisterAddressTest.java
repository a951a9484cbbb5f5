package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New objects over HTTP. */
class RegisterAddressTest {

    private static final String PATH = "/api/v1/addresses?crs=EPSG:9214";

    private final TestCity city = TestCity.get();
    private final String key = city.key(Role.EDITOR);

    private static String feature(String geometry, String properties) {
        return "{\"type\": \"Feature\", \"geometry\": " + geometry + ", \"properties\": {" + properties + "}}";
    }

    private static String point(double x, double y) {
        return "{\"type\": \"Point\", \"coordinates\": [" + x + ", " + y + "]}";
    }

    private static String house(String number, String more) {
        return "\"kind\": \"building\", \"houseNumber\": \"" + number
                + "\", \"street\": \"Trần Hưng Đạo\", \"position\": {\"method\": \"survey\", \"accuracy\": 0.5}" + more;
    }

    @Test
    void aNewObjectGetsACode() {
        Reply created = Http.post(PATH, key, feature(point(562000, 1822000), house("1", "")));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String code = created.at("/properties/code");
        assertThat(created.header("Location")).isEqualTo("/api/v1/addresses/" + code);
        Reply found = Http.get(created.header("Location") + "?crs=EPSG:9214");
        assertThat(found.json()).isEqualTo(created.json());
        assertThat(found.header("ETag")).isEqualTo(created.header("ETag"));
        assertThat(city.jdbc().queryForObject("SELECT actor FROM registry.change WHERE code = ?", String.class, code))
                .startsWith("test (key ");
    }

    @Test
    void theOutlineIsKeptBesideThePosition() {
        String square = "{\"type\": \"Polygon\", \"coordinates\": [[[562100, 1822000], [562110, 1822000],"
                + " [562110, 1822010], [562100, 1822010], [562100, 1822000]]]}";
        Reply created = Http.post(PATH, key, feature(square, house("2", "")));
        assertThat(created.at("/geometry/type")).isEqualTo("Point");
        assertThat(Http.get(created.header("Location") + "?geometry=footprint").at("/geometry/type"))
                .isEqualTo("Polygon");
    }

    @Test
    void theSameExternalIdToldAgainIsTheSameObject() {
        String id = ", \"externalIds\": [{\"scheme\": \"permit\", \"value\": \"2025-3\"}]";
        String body = feature(point(562200, 1822000), house("3", id));
        Reply created = Http.post(PATH, key, body);
        Reply again = Http.post(PATH, key, body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(created.at("/id"));
        assertThat(again.header("Content-Location")).isEqualTo(created.header("Location"));
        Reply other = Http.post(PATH, key, feature(point(562290, 1822000), house("3A", id)));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.each("/candidates", "/why")).containsExactly("sourceId");
    }

    @Test
    void whatLooksLikeARegisteredObjectIsHeldBack() {
        Reply created = Http.post(PATH, key, feature(point(562300, 1822000), house("4", "")));
        Reply again = Http.post(PATH, key, feature(point(562301, 1822000), house("4", "")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/type")).isEqualTo("urn:problem-type:diachi:duplicate");
        assertThat(again.each("/candidates", "/code")).containsExactly(created.at("/id"));
        assertThat(again.each("/candidates", "/why")).containsExactly("sameAddress");
    }

    @Test
    void writingNeedsAKey() {
        String body = feature(point(562400, 1822000), house("5", ""));
        Reply none = Http.send("POST", PATH, body, "Content-Type", "application/geo+json");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"diachi\"");
        assertThat(Http.post(PATH, "diachi_wrong", body).status()).isEqualTo(401);
        Reply reader = Http.post(PATH, city.key(Role.READER), body);
        assertThat(reader.status()).isEqualTo(403);
        assertThat(reader.at("/type")).isEqualTo("urn:problem-type:diachi:forbidden");
    }

    @Test
    void aKeyOfAWardWritesThereOnly() {
        String body = feature(point(562500, 1822000), house("6", ""));
        Reply refused = Http.post(PATH, city.key(Role.EDITOR, "19753"), body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.each("/known", "")).containsExactly("ward 19753");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | /properties/kind     | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"house\", \"position\": {\"method\": \"survey\"}",
                "400 | /properties/position | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"building\"",
                "400 | /properties/code     | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"building\", \"code\": \"7K3Q-9MXP\", \"position\": {\"method\": \"survey\"}",
                "400 | /properties/position/accuracy | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"building\", \"position\": {\"method\": \"survey\", \"accuracy\": -1}",
                "400 | /properties/validFrom | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"building\", \"validFrom\": \"soon\", \"position\": {\"method\": \"survey\"}",
                "400 | /geometry            | {\"type\": \"Point\", \"coordinates\": [\"a\", 1822000]} | \"kind\": \"building\", \"position\": {\"method\": \"survey\"}",
                "422 | /geometry            | null | \"kind\": \"building\", \"position\": {\"method\": \"survey\"}",
                "422 | /geometry            | {\"type\": \"MultiPoint\", \"coordinates\": [[562600, 1822000]]} | \"kind\": \"building\", \"position\": {\"method\": \"survey\"}",
                "422 | /geometry            | {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]} | \"kind\": \"building\", \"position\": {\"method\": \"survey\"}",
                "422 | /properties/locatedAt | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"business\", \"locatedAt\": \"0000-0000\", \"position\": {\"method\": \"survey\"}",
                "422 | /properties/locatedAt | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"building\", \"locatedAt\": \"0000-0000\", \"position\": {\"method\": \"survey\"}",
                "422 | /properties/externalIds | {\"type\": \"Point\", \"coordinates\": [562600, 1822000]} | \"kind\": \"building\", \"externalIds\": [{\"scheme\": \"two words\", \"value\": \"1\"}], \"position\": {\"method\": \"survey\"}"
            })
    void whatIsWrongIsPointedTo(int status, String pointer, String geometry, String properties) {
        Reply reply = Http.post(PATH, key, feature(geometry, properties));
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.each("/errors", "/pointer")).as(reply.body()).contains(pointer);
    }

    @Test
    void coordinatesTheWrongWayRoundAreRefused() {
        String body = feature("{\"type\": \"Point\", \"coordinates\": [16.46, 107.57]}", house("7", ""));
        assertThat(Http.post("/api/v1/addresses", key, body).status()).isEqualTo(422);
    }

    @Test
    void bodiesThatCannotBeReadAreRefused() {
        assertThat(Http.post(PATH, key, "{").at("/type")).isEqualTo("urn:problem-type:diachi:bad-body");
        assertThat(Http.post(PATH, key, "").status()).isEqualTo(400);
        Reply xml = Http.send("POST", PATH, "<a/>", "Content-Type", "text/xml", "Authorization", "Bearer " + key);
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.each("/known", "")).contains("application/geo+json");
        Reply large = Http.post(PATH, key, "\"" + "x".repeat(2_000_000) + "\"");
        assertThat(large.status()).isEqualTo(413);
    }
}
