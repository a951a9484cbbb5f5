package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The requirements of OGC API Features, part 1 core and part 2, that can be seen from outside. */
class FeaturesTest {

    private final TestCity city = TestCity.get();

    @Test
    void theLandingPageLinksTheContractConformanceAndData() {
        Reply page = Http.get("/ogc");
        assertThat(page.each("/links", "/rel")).contains("self", "service-desc", "conformance", "data");
        page.json().at("/links").forEach(link -> {
            if (!link.at("/rel").asString().equals("service-doc")) {
                assertThat(Http.get(link.at("/href").asString()).status())
                        .as(link.toString())
                        .isEqualTo(200);
            }
        });
    }

    @Test
    void theGridOfTheTilesIsFoundFromTheLandingPage() {
        String sets = Http.get("/ogc")
                .json()
                .at("/links")
                .valueStream()
                .filter(link -> link.at("/rel").asString().endsWith("/tiling-schemes"))
                .map(link -> link.at("/href").asString())
                .findFirst()
                .orElseThrow();
        Reply grid = Http.get(Http.get(sets).at("/tileMatrixSets/0/links/0/href"));
        assertThat(grid.at("/id")).isEqualTo("WebMercatorQuad");
        assertThat(grid.json().at("/tileMatrices/0/scaleDenominator").doubleValue())
                .isCloseTo(559_082_264.0287178, within(1e-3));
        assertThat(grid.json().at("/tileMatrices/18/matrixWidth").intValue()).isEqualTo(1 << 18);
        assertThat(Http.get("/ogc/tileMatrixSets/none").status()).isEqualTo(404);
    }

    @Test
    void conformanceNamesTheClasses() {
        assertThat(Http.get("/ogc/conformance").each("/conformsTo", ""))
                .contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core");
    }

    @Test
    void everyCollectionIsListedWithItsLinksExtentAndSystems() {
        Reply reply = Http.get("/ogc/collections");
        assertThat(reply.each("/collections", "/id"))
                .containsExactlyInAnyOrder(
                        "addresses", "places", "zones", "green-spaces", "drainage-links", "drainage-nodes");
        for (JsonNode collection : reply.json().at("/collections")) {
            assertThat(collection.at("/crs/0").asString()).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
            String self = collection.at("/links/0/href").asString();
            assertThat(Http.get(self).at("/id")).isEqualTo(collection.at("/id").asString());
            assertThat(Http.get(collection.at("/links/1/href").asString()).status())
                    .isEqualTo(200);
        }
        Reply zones = Http.get("/ogc/collections/zones");
        assertThat(zones.json().at("/extent/spatial/bbox/0/0").doubleValue()).isBetween(107.5, 107.6);
        assertThat(zones.at("/extent/temporal/interval/0/0")).isEqualTo("2025-07-01T00:00:00Z");
        assertThat(zones.each("/properties", "/name")).contains("code", "legalArea", "plan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones/items                                                       | 3",
                "zones/items?code=ODT                                              | 2",
                "zones/items?maxStoreys=5                                          | 1",
                "zones/items?maxStoreys=5.0                                        | 1",
                "zones/items?legalArea=1e4                                         | 1",
                "zones/items?plan=none                                             | 0",
                "zones/items?bbox=561010,1821010,561020,1821020&bbox-crs=EPSG:9214 | 1",
                "zones/items?bbox=0,0,1,1                                          | 0",
                "zones/items?datetime=2025-06-30                                   | 0",
                "zones/items?datetime=2025-07-01T12:00:00Z                         | 3",
                "zones/items?datetime=2020-01-01/2025-07-01                        | 3",
                "zones/items?datetime=../2025-06-30                                | 0",
                "zones/items?datetime=2025-07-02/..                                | 3",
                "zones/items?limit=100000                                          | 3",
                "drainage-links/items?diameter=400                                 | 1",
                "drainage-nodes/items                                              | 0",
                "places/items?level=ward&limit=1000                                | 40",
                "places/items?code=19789&datetime=2020-01-01/..                    | 2",
                "addresses/items?street=L%C3%AA%20L%E1%BB%A3i&houseNumber=12       | 1",
                "addresses/items?street=L%C3%AA%20L%E1%BB%A3i&status=retired       | 1",
                "addresses/items?street=L%C3%AA%20L%E1%BB%A3i&houseNumber=30&datetime=2025-12-31 | 1",
                "addresses/items?kind=publicSpace&ward=19789                       | 1"
            })
    void featuresAreFiltered(String path, int count) {
        Reply reply = Http.get("/ogc/collections/" + path.strip());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.each("/features", "/id")).hasSize(count);
        assertThat(reply.at("/numberReturned")).isEqualTo(String.valueOf(count));
        assertThat(reply.at("/timeStamp")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zones", "addresses", "places"})
    void pagesMeetEverythingOnce(String collection) {
        List<String> met = new ArrayList<>();
        for (String next = "/ogc/collections/" + collection + "/items?limit=2"; !next.isEmpty(); ) {
            Reply page = Http.get(next);
            met.addAll(page.each("/features", "/id"));
            next = page.next();
        }
        assertThat(met).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    @Test
    void aFeatureIsFoundByItsId() {
        Reply items = Http.get("/ogc/collections/zones/items?code=DKV&crs=EPSG:9214");
        assertThat(items.header("Content-Crs")).isEqualTo("<http://www.opengis.net/def/crs/EPSG/0/9214>");
        assertThat(items.json().at("/features/0/geometry/coordinates/0/0").toString())
                .isEqualTo("[561200,1821000]");
        Reply item = Http.get("/ogc/collections/zones/items/" + items.at("/features/0/id") + "?crs=EPSG:9214");
        assertThat(item.each("/links", "/rel")).contains("self", "alternate", "collection");
        assertThat(((ObjectNode) item.json()).without("links"))
                .isEqualTo(items.json().at("/features/0"));
        assertThat(item.at("/properties/code")).isEqualTo("DKV");
        assertThat(Http.get("/ogc/collections/addresses/items/" + city.park()).at("/properties/kind"))
                .isEqualTo("publicSpace");
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        for (String path : List.of("/ogc/collections/zones/items", "/ogc/collections/zones", "/ogc/collections")) {
            String tag = Http.get(path).header("ETag");
            assertThat(Http.get(path, "If-None-Match", tag).status()).as(path).isEqualTo(304);
        }
    }

    @Test
    void restrictedLayersAreThereForKeysOnly() {
        String path = "/ogc/collections/flood-lines/items";
        assertThat(Http.get(path).status()).isEqualTo(404);
        Reply reply = Http.get(path, "Authorization", "Bearer " + city.key(Role.READER));
        assertThat(reply.each("/features", "/id")).hasSize(1);
    }

    @Test
    void bothJsonTypesAreGiven() {
        assertThat(Http.get("/ogc/collections/zones/items", "Accept", "application/json")
                        .header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(Http.get("/ogc/collections/zones/items?f=geojson", "Accept", "text/html")
                        .header("Content-Type"))
                .isEqualTo("application/geo+json");
    }
}
