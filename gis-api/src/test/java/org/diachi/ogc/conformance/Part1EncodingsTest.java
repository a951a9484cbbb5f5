package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** OGC API - Features - Part 1 (OGC 17-069r4), requirements classes OpenAPI 3.0, GeoJSON and HTML. */
class Part1EncodingsTest {

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(Files.readString(Path.of("..", "openapi.yaml")));
    }

    private static JsonNode parameter(String path, String name) throws IOException {
        JsonNode contract = contract();
        return contract.get("paths")
                .get(path)
                .get("get")
                .get("parameters")
                .valueStream()
                .map(each -> each.has("$ref")
                        ? contract.at(each.get("$ref").asString().substring(1))
                        : each)
                .filter(each -> each.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("/req/oas30/oas-definition-1, /req/oas30/oas-definition-2")
    void definition() {
        Reply landing = Http.get("/ogc");
        for (JsonNode link : landing.json().at("/links")) {
            if (link.at("/rel").asString().equals("service-desc")) {
                Reply contract = Http.get(link.at("/href").asString());
                assertThat(contract.body()).startsWith("openapi: 3.0");
                assertThat(contract.header("Content-Type").replace(" ", "")).startsWith("application/vnd.oai.openapi");
            }
        }
    }

    @Test
    @DisplayName(
            "/req/oas30/oas-impl, /req/core/fc-bbox-definition: servers and paths make addresses, bbox is an array")
    void implementation() throws IOException {
        JsonNode served = new YAMLMapper().readTree(Http.get("/openapi.yaml").body());
        for (String path : List.of("/ogc", "/ogc/collections", "/ogc/collections/zones/items")) {
            String url = served.at("/servers/0/url").asString() + path;
            assertThat(url).isEqualTo(Http.base() + path);
            assertThat(Http.get(url).status()).isEqualTo(200);
        }
        JsonNode bbox = parameter("/ogc/collections/{collectionId}/items", "bbox");
        assertThat(bbox.at("/style").asString()).isEqualTo("form");
        assertThat(bbox.at("/explode").booleanValue()).isFalse();
        assertThat(bbox.at("/schema/type").asString()).isEqualTo("array");
        assertThat(bbox.at("/schema/minItems").intValue()).isEqualTo(4);
        assertThat(bbox.at("/schema/maxItems").intValue()).isEqualTo(6);
        assertThat(bbox.at("/schema/items/type").asString()).isEqualTo("number");
    }

    @Test
    @DisplayName("/req/core/fc-limit-definition, /req/core/fc-time-definition")
    void parameters() throws IOException {
        JsonNode limit = parameter("/ogc/collections/{collectionId}/items", "limit");
        assertThat(limit.at("/schema/type").asString()).isEqualTo("integer");
        assertThat(limit.at("/schema/minimum").intValue()).isEqualTo(1);
        JsonNode datetime = parameter("/ogc/collections/{collectionId}/items", "datetime");
        assertThat(datetime.at("/schema/type").asString()).isEqualTo("string");
        assertThat(datetime.at("/in").asString()).isEqualTo("query");
    }

    @Test
    @DisplayName("/req/oas30/completeness, /req/oas30/exceptions-codes, /req/oas30/security")
    void completeness() throws IOException {
        contract().get("paths").forEachEntry((path, item) -> {
            if (path.startsWith("/ogc")) {
                assertThat(item.at("/get/responses").propertyNames())
                        .as(path)
                        .contains("200", "400")
                        .contains("401");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/collections/zones/items", "/ogc/collections/addresses/items?limit=3"})
    @DisplayName("/req/geojson/definition, /req/geojson/content")
    void geojson(String path) {
        Reply reply = Http.get(path, "Accept", "application/geo+json");
        assertThat(reply.header("Content-Type")).isEqualTo("application/geo+json");
        for (JsonNode feature : reply.json().at("/features")) {
            assertThat(feature.propertyNames()).contains("type", "id", "geometry", "properties");
            assertThat(feature.at("/type").asString()).isEqualTo("Feature");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/collections",
                "/ogc/collections/zones",
                "/ogc/collections/zones/items"
            })
    @DisplayName("/req/html/definition, /req/html/content")
    void html(String path) {
        Reply reply = Http.get(path, "Accept", "text/html");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<a href=")
                .endsWith("</html>\n");
    }
}
