package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.value.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many objects by conditions, page by page or as a stream. */
class AddressListTest {

    private final TestCity city = TestCity.get();

    private static List<String> codes(Reply reply) {
        return reply.each("/features", "/id");
    }

    private static Reply list(String query) {
        Reply reply = Http.get("/api/v1/addresses?" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "street=Lê Lợi&number=12                                             | 1",
                "street=đường lê lợi&number=12                                       | 1",
                "street=Lê Lợi&limit=1000                                            | 29",
                "street=Lê Lợi&limit=1000&status=retired                             | 1",
                "street=Lê Lợi&limit=1000&status=current,retired                     | 30",
                "street=Lê Lợi&limit=1000&asOf=2025-12-31                            | 30",
                "street=Lê Lợi&limit=1000&asOf=2024-12-31                            | 0",
                "street=Lê Lợi&kind=building,business&limit=1000                     | 29",
                "kind=publicSpace                                                    | 1",
                "externalId=survey:house/12                                          | 1",
                "externalId=survey:house/12&knownAt=2020-01-01T00:00:00Z             | 0",
                "externalId=survey:house/99                                          | 0",
                "street=Lê Lợi&ward=19789&limit=1000                                 | 29",
                "street=Lê Lợi&ward=19753&limit=1000                                 | 0",
                "street=Lê Lợi&ward=nowhere                                          | 0",
                "street=Lê Lợi&bbox=561000,1821000,561055,1821010&bbox-crs=EPSG:9214 | 3",
                "street=Lê Lợi&bbox=561000,1821000,0,561055,1821010,9&bbox-crs=EPSG:9214 | 3",
                "street=Lê Lợi&bbox=-180,-90,180,90&limit=1000                       | 29",
                "street=Lê Lợi&bbox=107.5,16.4,107.6,16.5&limit=1000                 | 29",
                "street=Lê Lợi&bbox=16.4,107.5,16.5,107.6&bbox-crs=EPSG:4326&limit=1000 | 29",
                "street=Lê Lợi&bbox=170,10,-170,20                                   | 0",
                "street=Lê Lợi&bbox=100,10,-170,20&limit=1000                        | 29",
                "street=Lê Lợi&bbox=2,48,3,49                                        | 0",
                "street=Lê Lợi&near=107.57312654,16.46393978,25                      | 2"
            })
    void conditionsNarrowTheList(String query, int count) {
        assertThat(codes(list(query.strip().replace(" ", "%20")))).hasSize(count);
    }

    @Test
    void pagesFollowTheNextLinkAndMeetEverythingOnceWhileMoreIsWritten() {
        List<String> met = new ArrayList<>();
        String next = "/api/v1/addresses?street=L%C3%AA%20L%E1%BB%A3i&limit=4";
        Code added = null;
        while (!next.isEmpty()) {
            Reply page = Http.get(next);
            met.addAll(codes(page));
            next = page.next();
            assertThat(page.header("Link")).isEqualTo(next.isEmpty() ? "" : "<" + next + ">; rel=\"next\"");
            if (added == null) {
                added = city.registerLonely(700);
            }
        }
        assertThat(met).hasSize(29).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aWalkShowsTheStateInWhichItBegan() {
        Reply first = list("limit=5");
        HashSet<String> before = new HashSet<>(codes(list("limit=10000")));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.add(city.registerLonely(800 + i).toString());
        }
        HashSet<String> met = new HashSet<>(codes(first));
        for (String next = first.next(); !next.isEmpty(); ) {
            Reply page = Http.get(next);
            met.addAll(codes(page));
            next = page.next();
        }
        assertThat(met).isEqualTo(before).doesNotContainAnyElementsOf(written);
    }

    @Test
    void aCursorOfAnotherQuestionIsRefused() {
        String next = list("limit=2&kind=building").next();
        Reply reply = Http.get(next.replace("kind=building", "kind=business"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter")).isEqualTo("cursor");
        assertThat(Http.get("/api/v1/addresses?cursor=AAAA").status()).isEqualTo(400);
        assertThat(Http.get("/api/v1/addresses?cursor=%C3%A9").status()).isEqualTo(400);
    }

    @Test
    void tablesAreForSpreadsheets() {
        Reply reply = Http.get("/api/v1/addresses?kind=business&ward=19789&f=csv&crs=EPSG:9214");
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(reply.body().split("\r\n"))
                .containsExactly(
                        "code,kind,status,name,house_number,street,ward_code,ward_name,address,method,accuracy_m,"
                                + "located_at,external_ids,valid_from,valid_to,version,x,y",
                        city.cafe() + ",business,current,\"Cà phê \"\"Sông Hương\"\"\",,,19789,Phường Thuận Hoá,"
                                + "\"Phường Thuận Hoá, Thành phố Huế\",digitised,," + city.house("1")
                                + ",,2025-07-01,,1,561001,1821001");
    }

    @Test
    void streamsWithoutLimitHaveEverything() {
        int all = codes(list("limit=10000")).size();
        Reply table = Http.get("/api/v1/addresses", "Accept", "text/csv");
        assertThat(table.body().lines().count()).isGreaterThanOrEqualTo(all + 1L);
        Reply lines = Http.get("/api/v1/addresses", "Accept", "application/x-ndjson");
        assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines.body().lines().count()).isGreaterThanOrEqualTo(all);
        assertThat(lines.body().lines()).allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"Feature\""));
    }

    @Test
    void tablesArePagedToo() {
        Reply page = Http.get("/api/v1/addresses?f=csv&limit=2&kind=building");
        assertThat(page.body().lines().count()).isEqualTo(3);
        assertThat(page.header("Link")).contains("rel=\"next\"").contains("f=csv");
    }

    @Test
    void anEmptyAnswerIsWellFormed() {
        assertThat(Http.get("/api/v1/addresses?externalId=no:no&f=ndjson")
                        .body()
                        .strip())
                .isEmpty();
        assertThat(list("externalId=no:no").at("/numberReturned")).isEqualTo("0");
    }

    @Test
    void whatIsKnownIsNotSentAgainUntilTheRegisterChanges() {
        String path = "/api/v1/addresses?street=L%C3%AA%20L%E1%BB%A3i&limit=2";
        String tag = Http.get(path).header("ETag");
        assertThat(Http.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(Http.get(path + "&f=csv", "If-None-Match", tag).status()).isEqualTo(200);
        city.registerLonely(900);
        assertThat(Http.get(path, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void whatIsSettledMayBeKept() {
        Reply reply = list("asOf=2025-07-01&knownAt=2025-07-01T00:00:00Z");
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=3600");
    }
}
