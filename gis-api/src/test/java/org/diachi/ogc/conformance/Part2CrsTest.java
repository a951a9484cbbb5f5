package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OGC API - Features - Part 2 (OGC 18-058r1), requirements class Coordinate Reference Systems by Reference. */
class Part2CrsTest {

    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String ITEMS = "/ogc/collections/zones/items";

    @Test
    @DisplayName("/req/crs/crs-uri, /req/crs/fc-md-crs-list, /req/crs/fc-md-storageCrs, /req/crs/fc-md-crs-list-global")
    void lists() {
        Reply all = Http.get("/ogc/collections");
        assertThat(all.each("/crs", "").get(0)).isEqualTo(CRS84);
        for (JsonNode collection : all.json().at("/collections")) {
            List<String> systems =
                    collection.at("/crs").valueStream().map(JsonNode::asString).toList();
            assertThat(systems)
                    .contains(CRS84, EPSG + "4326", EPSG + "3857", EPSG + "4756", EPSG + "3405", EPSG + "9214");
            assertThat(systems).contains(collection.at("/storageCrs").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG/0/1", "OGC/1.3/CRS83", "EPSG/0/99999999", "EPSG/0/abc"})
    @DisplayName("/req/crs/fc-crs-valid-value, /req/crs/fc-bbox-crs-valid-value: unknown systems are 400")
    void unknown(String system) {
        String uri = "http://www.opengis.net/def/crs/" + system;
        assertThat(Http.get(ITEMS + "?crs=" + uri).status()).isEqualTo(400);
        assertThat(Http.get(ITEMS + "?bbox=1,2,3,4&bbox-crs=" + uri).status()).isEqualTo(400);
        assertThat(Http.get(ITEMS + "?filter-crs=" + uri).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("/req/crs/fc-crs-default-value, /req/crs/ogc-crs-header, /req/crs/ogc-crs-header-value")
    void header() {
        assertThat(Http.get(ITEMS).header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
        String id = Http.get(ITEMS).at("/features/0/id");
        for (JsonNode system : Http.get("/ogc/collections/zones").json().at("/crs")) {
            String uri = system.asString();
            assertThat(Http.get(ITEMS + "?crs=" + uri).header("Content-Crs")).isEqualTo("<" + uri + ">");
            assertThat(Http.get(ITEMS + "/" + id + "?crs=" + uri).header("Content-Crs"))
                    .isEqualTo("<" + uri + ">");
        }
    }

    /** A box of some metres around a corner of one zone, in the order of the axes of its system, and turned about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OGC/1.3/CRS84 | 107.57500,16.46394,107.57501,16.46395",
                "EPSG/0/4326   | 16.46394,107.57500,16.46395,107.57501",
                "EPSG/0/4756   | 16.46496,107.57318,16.46497,107.57319",
                "EPSG/0/9214   | 561201,1821001,561202,1821002",
                "EPSG/0/3857   | 11975195,1858513,11975196,1858514",
                "EPSG/0/32648  | 774938,1822008,774939,1822009",
                "EPSG/0/3405   | 774742,1822118,774743,1822119"
            })
    @DisplayName("/req/crs/fc-bbox-crs-definition, /req/crs/fc-bbox-crs-action")
    void bboxCrs(String system, String box) {
        String uri = "http://www.opengis.net/def/crs/" + system;
        assertThat(Http.get(ITEMS + "?bbox=" + box + "&bbox-crs=" + uri).each("/features", "/properties/code"))
                .containsExactly("DKV");
        String[] n = box.split(",");
        Reply turned = Http.get(ITEMS + "?bbox=" + String.join(",", n[1], n[0], n[3], n[2]) + "&bbox-crs=" + uri);
        assertThat(turned.status() == 400 || turned.each("/features", "/id").isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OGC/1.3/CRS84, 107.57499958, 16.46393465, 0.0000001",
        "EPSG/0/4326, 16.46393465, 107.57499958, 0.0000001",
        "EPSG/0/4756, 16.46495212, 107.57317224, 0.0000001",
        "EPSG/0/9214, 561200, 1821000, 0.001",
        "EPSG/0/3857, 11975194.175, 1858512.055, 0.01",
        "EPSG/0/32648, 774936.774, 1822006.161, 0.01",
        "EPSG/0/3405, 774740.120, 1822116.321, 0.01"
    })
    @DisplayName("/req/crs/fc-crs-definition, /req/crs/fc-crs-action, /req/crs/geojson")
    void crs(String system, double first, double second, double tolerance) {
        String uri = "http://www.opengis.net/def/crs/" + system;
        JsonNode corner = Http.get(ITEMS + "?code=DKV&crs=" + uri).json().at("/features/0/geometry/coordinates/0/0");
        assertThat(Math.abs(corner.get(0).doubleValue() - first))
                .as(corner.toString())
                .isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(corner.get(1).doubleValue() - second))
                .as(corner.toString())
                .isLessThanOrEqualTo(tolerance);
    }
}
