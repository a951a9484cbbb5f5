package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** OGC API - Styles - Part 1 (OGC 20-009); each test is named after its requirement. */
class StylesCoreTest {

    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/styles";

    private static Reply ok(String url, String... headers) {
        Reply reply = Http.get(url, headers);
        assertThat(reply.status()).as(url + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    private static List<String> hrefs(JsonNode node, String rel) {
        List<String> found = new ArrayList<>();
        node.at("/links").forEach(link -> {
            if (link.at("/rel").asString().equals(rel)) {
                found.add(link.at("/href").asString());
            }
        });
        return found;
    }

    @Test
    @DisplayName("/req/core/landing-page, /req/core/styles-op, styles-success: every style once, with its stylesheets")
    void styles() {
        Reply list = ok(hrefs(ok("/ogc").json(), REL).get(0));
        assertThat(list.each("/styles", "/id"))
                .contains("zones.zones", "zones.plain", "addresses.addresses")
                .doesNotHaveDuplicates();
        for (JsonNode style : list.json().at("/styles")) {
            assertThat(style.at("/title").asString()).isNotBlank();
            assertThat(hrefs(style, "stylesheet")).isNotEmpty();
            assertThat(hrefs(style, "describedby")).hasSize(1);
        }
    }

    @Test
    @DisplayName("/req/core/style-op, style-success: every stylesheet of every style, in the type that its link tells")
    void everyStylesheet() {
        for (JsonNode style : ok("/ogc/styles").json().at("/styles")) {
            for (JsonNode link : style.at("/links")) {
                Reply there = ok(link.at("/href").asString());
                assertThat(there.header("Content-Type"))
                        .isEqualTo(link.at("/type").asString());
            }
        }
    }

    @Test
    @DisplayName("/req/mapbox-styles/content: layers of the tiles that the source gives")
    void mapLibre() {
        JsonNode style = ok("/ogc/styles/zones.zones", "Accept", "application/vnd.mapbox.style+json")
                .json();
        assertThat(style.at("/version").intValue()).isEqualTo(8);
        JsonNode tiles = ok(style.at("/sources/tiles/url").asString()).json();
        Set<String> inTiles = new HashSet<>();
        tiles.at("/vector_layers").forEach(layer -> inTiles.add(layer.at("/id").asString()));
        Set<String> ids = new HashSet<>();
        for (JsonNode layer : style.at("/layers")) {
            assertThat(layer.at("/source").asString()).isEqualTo("tiles");
            assertThat(inTiles).contains(layer.at("/source-layer").asString());
            assertThat(layer.at("/type").asString()).isIn("fill", "line", "circle", "symbol");
            assertThat(ids.add(layer.at("/id").asString())).isTrue();
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    @DisplayName("/req/sld-10/content: as it was written")
    void sld() {
        Reply sld = ok("/ogc/styles/zones.zones?f=sld");
        assertThat(sld.header("Content-Type")).isEqualTo("application/vnd.ogc.sld+xml");
        assertThat(sld.body()).contains("StyledLayerDescriptor");
        assertThat(ok("/ogc/styles/zones.zones?f=mapbox").header("ETag")).isNotEqualTo(sld.header("ETag"));
    }

    @Test
    @DisplayName("/req/core/style-metadata: what it is for")
    void metadata() {
        Reply metadata = ok("/ogc/styles/zones.zones/metadata");
        assertThat(metadata.at("/layers/0/id")).isEqualTo("zones");
        assertThat(metadata.each("/layers/0/attributes", "")).contains("code");
        assertThat(metadata.each("/stylesheets", "/link/type"))
                .containsExactlyInAnyOrder("application/vnd.mapbox.style+json", "application/vnd.ogc.sld+xml");
        assertThat(Http.get(metadata.at("/layers/0/sampleData/href")).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Styles of a collection: the first is the one that maps are drawn in")
    void stylesOfACollection() {
        String url = hrefs(ok("/ogc/collections/zones").json(), REL).get(0);
        Reply list = ok(url);
        assertThat(list.at("/default")).isEqualTo("zones.zones");
        assertThat(list.each("/styles", "/id")).allMatch(id -> id.startsWith("zones."));
    }

    @Test
    @DisplayName("What is not there is 404, a format that is not given 400 or 406")
    void errors() {
        assertThat(Http.get("/ogc/styles/zones.nosuch").status()).isEqualTo(404);
        assertThat(Http.get("/ogc/styles/zones.nosuch/metadata").status()).isEqualTo(404);
        assertThat(Http.get("/ogc/collections/nowhere/styles").status()).isEqualTo(404);
        assertThat(Http.get("/ogc/styles/zones.zones?f=qml").status()).isEqualTo(400);
        assertThat(Http.get("/ogc/styles/zones.zones", "Accept", "text/css").status())
                .isEqualTo(406);
    }
}
