package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OGC API - Features - Part 1 (OGC 17-069r4), requirements class Core; each test is named after its requirement. */
class Part1CoreTest {

    private static final String ZONES = "/ogc/collections/zones";

    private static Reply ok(String path) {
        Reply reply = Http.get(path);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    private static void followAll(Reply reply, String... relations) {
        assertThat(reply.each("/links", "/rel")).contains(relations);
        for (JsonNode link : reply.json().at("/links")) {
            assertThat(link.at("/type").asString()).as(link.toString()).isNotBlank();
            String type = link.at("/type").asString();
            Reply there = Http.get(link.at("/href").asString(), "Accept", type + ", */*;q=0.1");
            assertThat(there.status()).as(link.toString()).isEqualTo(200);
            assertThat(there.header("Content-Type").split(";")[0]).isEqualTo(type.split(";")[0]);
        }
    }

    @Test
    @DisplayName("/req/core/root-op, /req/core/root-success")
    void root() {
        followAll(ok("/ogc"), "self", "alternate", "service-desc", "service-doc", "conformance", "data");
    }

    @Test
    @DisplayName("/req/core/root-op: also for clients that put a slash behind the address, as OWSLib does")
    void rootWithASlash() {
        assertThat(ok("/ogc/").json()).isEqualTo(ok("/ogc").json());
        assertThat(Http.get("/ogc/nosuch/").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("/req/core/api-definition-op, /req/core/api-definition-success")
    void apiDefinition() {
        assertThat(ok("/openapi.yaml").body()).startsWith("openapi: 3.0");
    }

    @Test
    @DisplayName("/req/core/conformance-op, /req/core/conformance-success")
    void conformance() {
        assertThat(ok("/ogc/conformance").each("/conformsTo", ""))
                .contains(
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc?nosuch=1",
                "/ogc/conformance?nosuch=1",
                "/ogc/collections?nosuch=1",
                "/ogc/collections/zones?nosuch=1",
                "/ogc/collections/zones/items?nosuch=1",
                "/ogc/collections/zones/queryables?nosuch=1",
                "/ogc/collections/zones/items?Limit=1"
            })
    @DisplayName("/req/core/query-param-unknown")
    void queryParamUnknown(String path) {
        assertThat(Http.get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=ten",
                "limit=1.5",
                "limit=",
                "bbox=1,2,3",
                "bbox=1,2,3,4,5",
                "bbox=1,2,3,4,5,6,7",
                "bbox=a,b,c,d",
                "bbox=NaN,1,2,3",
                "bbox=1e999,1,2,3",
                "bbox=107,17,108,16",
                "bbox=",
                "bbox=0,-91,1,0",
                "datetime=yesterday",
                "datetime=2025-13-01",
                "datetime=2025-07-01/2025-06-01",
                "datetime=2025/2026/2027",
                "crs=EPSG:1",
                "crs=nosuch",
                "bbox-crs=nosuch&bbox=1,2,3,4",
                "cursor=nosuch",
                "f=nosuch"
            })
    @DisplayName("/req/core/query-param-invalid")
    void queryParamInvalid(String query) {
        Reply reply = Http.get(ZONES + "/items?" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/detail")).isNotBlank();
    }

    @Test
    @DisplayName("/req/core/fc-md-op, /req/core/fc-md-success, /req/core/fc-md-links, /req/core/fc-md-items")
    void collections() {
        Reply reply = ok("/ogc/collections");
        assertThat(reply.each("/links", "/rel")).contains("self");
        for (JsonNode collection : reply.json().at("/collections")) {
            assertThat(collection.at("/itemType").asString()).isEqualTo("feature");
            assertThat(collection
                            .at("/links")
                            .valueStream()
                            .filter(link -> link.at("/rel").asString().equals("items"))
                            .map(link -> link.at("/type").asString()))
                    .contains("application/geo+json", "text/html");
            String id = collection.at("/id").asString();
            Reply same = ok("/ogc/collections/" + id);
            assertThat(same.at("/id")).isEqualTo(id);
            assertThat(same.json().at("/extent")).isEqualTo(collection.at("/extent"));
        }
    }

    @Test
    @DisplayName("/req/core/fc-md-extent")
    void extent() {
        JsonNode box = ok(ZONES).json().at("/extent/spatial/bbox/0");
        assertThat(box.size()).isEqualTo(4);
        assertThat(box.get(0).doubleValue()).isLessThanOrEqualTo(box.get(2).doubleValue());
        assertThat(ok(ZONES + "/items?bbox=" + box.get(0) + "," + box.get(1) + "," + box.get(2) + "," + box.get(3))
                        .each("/features", "/id"))
                .hasSize(3);
    }

    @Test
    @DisplayName("/req/core/sfc-md-op, /req/core/sfc-md-success")
    void collection() {
        followAll(ok(ZONES), "self", "alternate", "items");
        assertThat(Http.get("/ogc/collections/nosuch").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "10000, 3", "1000000000, 3"})
    @DisplayName("/req/core/fc-limit-definition, /req/core/fc-limit-response-1, /req/core/fc-numberReturned")
    void limit(int limit, int count) {
        Reply reply = ok(ZONES + "/items?limit=" + limit);
        assertThat(reply.each("/features", "/id")).hasSize(count);
        assertThat(reply.json().at("/numberReturned").intValue()).isEqualTo(count);
        assertThat(reply.json().at("/numberMatched").intValue()).isEqualTo(3);
        assertThat(reply.next().isEmpty()).isEqualTo(count == 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "107.5,16.4,107.6,16.5               | 3",
                "107.5,16.4,-10,107.6,16.5,1000      | 3",
                "0,0,1,1                             | 0",
                "-180,-90,180,90                     | 3",
                "170,-90,-170,90                     | 0",
                "107,-90,-170,90                     | 3",
                "177.0,65.0,-177.0,70.0              | 0"
            })
    @DisplayName("/req/core/fc-bbox-definition, /req/core/fc-bbox-response")
    void bbox(String box, int count) {
        assertThat(ok(ZONES + "/items?bbox=" + box).each("/features", "/id")).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-01T00:00:00Z, 3",
        "2025-07-01T00:00:00Z/2026-01-01T00:00:00Z, 3",
        "../2025-07-01T00:00:00Z, 3",
        "2025-06-30T00:00:00Z/.., 3",
        "2025-06-30T00:00:00Z/, 3",
        "../2025-06-30T00:00:00Z, 0",
        "/2025-06-30T00:00:00Z, 0",
        "2000-01-01T00:00:00+07:00, 0"
    })
    @DisplayName("/req/core/fc-time-definition, /req/core/fc-time-response")
    void datetime(String datetime, int count) {
        assertThat(ok(ZONES + "/items?datetime=" + Http.encode(datetime)).each("/features", "/id"))
                .hasSize(count);
    }

    @Test
    @DisplayName(
            "/req/core/fc-op, /req/core/fc-response, /req/core/fc-links, /req/core/fc-rel-type, /req/core/fc-timeStamp")
    void items() {
        Reply reply = ok(ZONES + "/items?limit=2");
        followAll(reply, "self", "alternate", "next", "collection");
        assertThat(OffsetDateTime.parse(reply.at("/timeStamp"))).isBefore(OffsetDateTime.now());
        assertThat(reply.at("/type")).isEqualTo("FeatureCollection");
    }

    @Test
    @DisplayName("/req/core/fc-links: next while there is more, nothing lost or told twice")
    void pages() {
        for (int limit : new int[] {1, 7, 10}) {
            List<String> met = new ArrayList<>();
            String next = "/ogc/collections/places/items?level=ward&limit=" + limit;
            while (!next.isEmpty()) {
                Reply page = ok(next);
                met.addAll(page.each("/features", "/id"));
                next = page.next();
            }
            assertThat(met).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("/req/core/f-op, /req/core/f-success, /req/core/f-links")
    void feature() {
        String id = ok(ZONES + "/items").at("/features/0/id");
        Reply reply = ok(ZONES + "/items/" + id);
        followAll(reply, "self", "alternate", "collection");
        assertThat(reply.at("/id")).isEqualTo(id);
        assertThat(Http.get(ZONES + "/items/nosuch").status()).isEqualTo(404);
        assertThat(Http.get(ZONES + "/items/999999").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("/req/core/http: every method that a resource does not have is refused")
    void http() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            assertThat(Http.send(method, "/ogc/collections", "{}").status()).isIn(401, 405);
        }
    }
}
