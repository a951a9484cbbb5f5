package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** OGC API - Features - Part 3 (OGC 19-079r2); what the languages themselves require is in CqlTest. */
class Part3FilterTest {

    private static final String ITEMS = "/ogc/collections/zones/items";
    private static final String QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    private static List<String> codes(String query) {
        Reply reply = Http.get(ITEMS + "?" + query);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.each("/features", "/properties/code");
    }

    @Test
    @DisplayName("/req/queryables/queryables-link, /req/queryables/get-op, /req/queryables/get-response")
    void queryables() {
        for (JsonNode collection : Http.get("/ogc/collections").json().at("/collections")) {
            String href = collection
                    .at("/links")
                    .valueStream()
                    .filter(link -> link.at("/rel").asString().equals(QUERYABLES))
                    .map(link -> link.at("/href").asString())
                    .findFirst()
                    .orElseThrow();
            Reply schema = Http.get(href);
            assertThat(schema.header("Content-Type")).isEqualTo("application/schema+json");
            assertThat(schema.at("/$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.at("/$id")).isEqualTo(href);
            assertThat(schema.at("/type")).isEqualTo("object");
            assertThat(schema.json().at("/additionalProperties").booleanValue()).isFalse();
        }
    }

    @Test
    @DisplayName("/req/queryables-query-parameters/parameters")
    void queryablesAsParameters() {
        assertThat(codes("code=DKV")).containsExactly("DKV");
        assertThat(codes("code=DKV&version=1&validFrom=2025-07-01")).containsExactly("DKV");
    }

    @Test
    @DisplayName("/req/filter/filter-param, /req/filter/filter-lang-param: CQL2 text unless told otherwise")
    void languages() {
        assertThat(codes("filter=code%3D'DKV'")).containsExactly("DKV");
        assertThat(codes("filter-lang=cql2-text&filter=code%3D'DKV'")).containsExactly("DKV");
        assertThat(codes("filter-lang=cql2-json&filter="
                        + Http.encode("{\"op\":\"=\",\"args\":[{\"property\":\"code\"},\"DKV\"]}")))
                .containsExactly("DKV");
        assertThat(codes("filter-lang=ecql&filter=code%3D'DKV'")).containsExactly("DKV");
        assertThat(Http.get(ITEMS + "?filter-lang=sql&filter=code%3D'DKV'").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'', POINT(107.57501 16.46395)",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, POINT(107.57501 16.46395)",
        "http://www.opengis.net/def/crs/EPSG/0/4326, POINT(16.46395 107.57501)",
        "http://www.opengis.net/def/crs/EPSG/0/9214, POINT(561201 1821002)"
    })
    @DisplayName("/req/filter/filter-crs-wgs84, /req/filter/filter-crs-param")
    void filterCrs(String crs, String point) {
        String filter = "filter=" + Http.encode("S_INTERSECTS(geometry, " + point + ")");
        assertThat(codes(crs.isEmpty() ? filter : filter + "&filter-crs=" + crs))
                .containsExactly("DKV");
    }

    @Test
    @DisplayName("/req/filter/mixing-expressions: all conditions must hold")
    void mixing() {
        String filter = "&filter=" + Http.encode("legalArea IS NULL");
        assertThat(codes("code=ODT" + filter)).containsExactly("ODT");
        assertThat(codes("code=ODT&maxStoreys=5&bbox=107.5,16.4,107.6,16.5&datetime=2025-07-01" + filter))
                .containsExactly("ODT");
        assertThat(codes("code=DKV&bbox=0,0,1,1" + filter)).isEmpty();
    }

    @Test
    @DisplayName("/req/filter/response: what is no queryable is 400")
    void unknownProperties() {
        assertThat(Http.get(ITEMS + "?filter=nosuch%3D1").status()).isEqualTo(400);
        assertThat(Http.get(ITEMS + "?filter=code%20IS%20NOT").status()).isEqualTo(400);
        assertThat(Http.get(ITEMS + "?filter=").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("/req/features-filter/filter-param: on all pages")
    void pages() {
        Reply first = Http.get("/ogc/collections/places/items?limit=3&filter=" + Http.encode("level = 'ward'"));
        Reply second = Http.get(first.next());
        assertThat(second.each("/features", "/properties/level"))
                .containsOnly("ward")
                .hasSize(3);
        assertThat(second.each("/features", "/id")).doesNotContainAnyElementsOf(first.each("/features", "/id"));
    }
}
