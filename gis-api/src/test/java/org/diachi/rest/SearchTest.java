package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search over HTTP, from the first letter on. */
class SearchTest {

    private static final TestCity city = TestCity.get();

    @BeforeAll
    static void bringTheIndexForward() {
        city.registry().views().runOnce();
    }

    private static Reply search(String q, String more) {
        Reply reply = Http.get("/api/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private static Reply search(String q) {
        return search(q, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Lê Lợi                                      | A",
                "12 le loi                                      | A",
                "LÊ LỢI 12                                      | A",
                "số 12, đường Lê Lợi, P. Thuận Hóa, TP. Huế     | A",
                "12 Le6 Lo75i                                   | A",
                "12 Lee Lowij                                   | A",
                "12 Lê Lợi, phường Vĩnh Ninh, TP Huế            | B",
                "12 Lê Lơi                                      | B",
                "12 Lê Lọoi                                     | B",
                "12 Lê Lợi, phường Kim Long                     | C",
            })
    void findsAnAddressAsPeopleWriteItAndSaysHowSureThatIs(String q, String grade) {
        Reply reply = search(q);
        assertThat(reply.at("/features/0/id")).isEqualTo(city.house("12"));
        assertThat(reply.at("/features/0/properties/match/grade"))
                .as(reply.body())
                .isEqualTo(grade);
    }

    @Test
    void saysWhatDiffersAndMarksWhatWasTyped() {
        Reply reply = search("12 Lê Lợi, phường Vĩnh Ninh");
        assertThat(reply.each("/features/0/properties/match/matched", ""))
                .containsExactly("houseNumber", "street", "ward");
        assertThat(reply.each("/features/0/properties/match/differs", ""))
                .containsExactly("ward: Phường Vĩnh Ninh was until 2025-06-30");
        assertThat(reply.at("/features/0/properties/highlight"))
                .startsWith("<mark>12</mark> <mark>Lê</mark> <mark>Lợi</mark>, <mark>Phường</mark>");
    }

    @ParameterizedTest
    @CsvSource({"l, street", "lê, street", "lê l, street", "công v, publicSpace", "cà phê s, business", "vĩnh n, place"
    })
    void beginsWithTheFirstLetter(String q, String kind) {
        assertThat(search(q).each("/features", "/properties/kind")).contains(kind);
    }

    @Test
    void aNameOfSeveralUnitsAnswersWithAllOfThemDated() {
        Reply reply = search("Phú Vinh", "&kind=place");
        assertThat(reply.each("/features", "/properties/match/grade")).containsOnly("C");
        assertThat(reply.each("/features", "/properties/validFrom")).contains("2025-07-01", "0001-01-01");
        assertThat(reply.each("/features", "/properties/address")).containsOnly("Xã Phú Vinh");
    }

    @Test
    void aRetiredObjectNamesItsSuccessors() {
        Reply reply = search("30 Lê Lợi");
        assertThat(reply.at("/features/0/id")).isEqualTo(city.house("30"));
        assertThat(reply.at("/features/0/properties/match/grade")).isEqualTo("B");
        assertThat(reply.at("/features/0/properties/successors/0/code")).isEqualTo(city.house("29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99 Lê Lợi", "12 Lê Thánh Tông", "Khách sạn Mặt Trăng", "12 Rue de Rivoli, Paris"})
    void whatDoesNotExistGetsNoA(String q) {
        assertThat(search(q).each("/features", "/properties/match/grade")).doesNotContain("A", "B");
    }

    @Test
    void findsByCodeAndByExternalId() {
        String code = city.house("3");
        assertThat(search(code.toLowerCase()).at("/features/0/id")).isEqualTo(code);
        assertThat(search("survey:house/3").at("/features/0/id")).isEqualTo(code);
        assertThat(search("house/3").at("/features/0/properties/match/matched/0"))
                .isEqualTo("externalId");
    }

    @Test
    void conditionsNarrowTheAnswer() {
        assertThat(search("lê lợi", "&kind=business").each("/features", "/id")).isEmpty();
        assertThat(search("12 lê lợi", "&ward=19789").each("/features", "/id")).contains(city.house("12"));
        assertThat(search("12 lê lợi", "&ward=19753").each("/features", "/id")).isEmpty();
        assertThat(search("12 lê lợi", "&bbox=2,48,3,49").each("/features", "/id"))
                .isEmpty();
        assertThat(search("12 lê lợi", "&bbox=107.5,16.4,107.6,16.5").at("/features/0/id"))
                .isEqualTo(city.house("12"));
        assertThat(search("1", "&limit=3&lon=107.57&lat=16.46").status()).isEqualTo(200);
    }

    @Test
    void geometriesComeInTheSystemThatIsAskedFor() {
        Reply reply = search("12 lê lợi", "&crs=EPSG:9214");
        assertThat(reply.header("Content-Crs")).contains("9214");
        assertThat(reply.at("/features/0/geometry/coordinates/0")).startsWith("5612");
    }

    @Test
    void whatIsWrittenIsFoundWithoutTheDatabase() {
        String code = city.registerLonely(321).toString();
        city.registry().views().runOnce();
        assertThat(search("321 đường vắng").at("/features/0/id")).isEqualTo(code);
        String tag = search("321 đường vắng").header("ETag");
        assertThat(Http.get("/api/v1/search?q=321%20%C4%91%C6%B0%E1%BB%9Dng%20v%E1%BA%AFng", "If-None-Match", tag)
                        .status())
                .isIn(200, 304);
    }

    @Test
    void whatIsCommittedIsFoundBeforeLong() {
        String code = city.registerLonely(654).toString();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(search("654 đường vắng").at("/features/0/id"))
                        .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:*", "/.*/", "????*****", "\u202E\u200F\u202C", "🏠🙂", "\u0001\u0002", "((((", "%"})
    void whatHasNoWordsFindsNothing(String q) {
        Reply reply = search(q);
        assertThat(reply.status()).isIn(200, 400);
        assertThat(reply.each("/features", "/id")).as(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*:* OR [a TO b] /.*/ ~~ AND NOT (",
                "\u202E12 Lê Lợi\u202C",
                "🏠🏠🏠 12 🙂",
                "'; DROP TABLE registry.change; --",
                "%00%01%02",
                "????*****",
                "\u0000\u0001\u0007 12",
                "((((((((((((((((((((((((((((((",
                "l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l l",
                "\uD83D",
            })
    void hostileTextIsTextLikeAnyOther(String q) {
        assertThat(search(q).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search",
                "/api/v1/search?q=",
                "/api/v1/search?q=a&fuzzy=1",
                "/api/v1/search?q=a&limit=0",
                "/api/v1/search?q=a&limit=51",
                "/api/v1/search?q=a&kind=tree",
                "/api/v1/search?q=a&lon=107",
                "/api/v1/search?q=a&lon=2&lat=48",
                "/api/v1/search?q=a&crs=EPSG:1",
                "/api/v1/search?q=a&bbox=1,2"
            })
    void whatCannotBeUnderstoodIsRefused(String path) {
        assertThat(Http.get(path).status()).isEqualTo(400);
    }

    @Test
    void aTextLongerThanAnyAddressIsRefused() {
        assertThat(Http.get("/api/v1/search?q=" + "a".repeat(301)).status()).isEqualTo(400);
        assertThat(Http.get("/api/v1/search?q=" + "a".repeat(7000)).status()).isEqualTo(400);
        assertThat(Http.get("/api/v1/search?q=" + "a".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void reverseTellsTheBuildingThatContainsThePlaceOrTheNearest() {
        Reply inside = Http.get("/api/v1/reverse?lon=107.57317&lat=16.463985&limit=1");
        assertThat(inside.at("/features/0/id")).as(inside.body()).isEqualTo(city.house("1"));
        assertThat(inside.at("/features/0/properties/contains")).isEqualTo("true");
        assertThat(inside.at("/features/0/properties/distance")).isEqualTo("0.0");

        // The golden point is the south-west corner of house 1; ten metres south of it.
        Reply outside = Http.get("/api/v1/reverse?lon=107.57312654&lat=16.46384978&kind=building&limit=2");
        assertThat(outside.at("/features/0/id")).isEqualTo(city.house("1"));
        assertThat(Double.parseDouble(outside.at("/features/0/properties/distance")))
                .isBetween(9.9, 10.1);
        assertThat(Double.parseDouble(outside.at("/features/0/properties/bearing")))
                .isLessThan(1);
        assertThat(outside.each("/features", "/properties/kind")).containsOnly("building");
        assertThat(Http.get("/api/v1/reverse?lon=107.57312654&lat=16.46384978&radius=5")
                        .each("/features", "/id"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/reverse",
                "/api/v1/reverse?lon=107.5",
                "/api/v1/reverse?lon=2&lat=48",
                "/api/v1/reverse?lon=107.5&lat=16.4&radius=6000",
                "/api/v1/reverse?lon=107.5&lat=16.4&kind=street",
                "/api/v1/reverse?lon=a&lat=16.4"
            })
    void reverseRefusesWhatItCannotUnderstand(String path) {
        assertThat(Http.get(path).status()).isEqualTo(400);
    }

    private static Reply match(String type, String body, String query) {
        return Http.send("POST", "/api/v1/match" + query, body, "Content-Type", type);
    }

    @Test
    void matchGivesTheSameRowsInTheSameOrderWithWhatWasFound() {
        String rows = "id;address;note\n7;12 Lê Lợi;\"a;b\"\n\n8;nowhere at all;x\n9;two;cells;more\n10;30 le loi;y\n";
        Reply reply = match("text/csv", rows, "");
        List<String> lines = reply.body().lines().toList();
        assertThat(lines).as(reply.body()).hasSize(6);
        assertThat(lines.get(0)).startsWith("id;address;note;match_code;match_grade;match_score;");
        assertThat(lines.get(1)).startsWith("7;12 Lê Lợi;\"a;b\";" + city.house("12") + ";A;1.0;building;");
        assertThat(lines.get(2)).isEmpty();
        assertThat(lines.get(3)).startsWith("8;nowhere at all;x;;");
        assertThat(lines.get(4)).startsWith("9;two;cells;more;;").endsWith("has 4 cells where the header has 3");
        assertThat(lines.get(5))
                .startsWith("10;30 le loi;y;" + city.house("30") + ";B;")
                .contains(city.house("29"));
    }

    @Test
    void matchReadsLinesOfJsonToo() {
        String rows = "{\"a\":1,\"street\":\"Lê Lợi\",\"no\":\"12\"}\nnonsense\n{\"street\":\"Lê Lợi\"}\n";
        Reply reply = match("application/x-ndjson", rows, "?columns=no,street");
        List<String> lines = reply.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("{\"a\":1,\"street\":\"Lê Lợi\",\"no\":\"12\",\"match\":{\"code\":\"" + city.house("12"));
        assertThat(lines.get(1)).contains("\"unreadable\":\"nonsense\"").contains("is no JSON");
        assertThat(lines.get(2)).contains("There is no column");
    }

    @Test
    void matchRefusesWhatHasNoAddress() {
        assertThat(match("text/csv", "a,b\n1,2\n", "").status()).isEqualTo(400);
        assertThat(match("text/csv", "a,b\n1,2\n", "?columns=c").status()).isEqualTo(400);
        assertThat(match("text/csv", "", "").status()).isEqualTo(400);
        assertThat(match("text/plain", "a", "").status()).isEqualTo(415);
        assertThat(match("text/csv", "address\n12 Lê Lợi\n", "?wrong=1").status())
                .isEqualTo(400);
    }
}
