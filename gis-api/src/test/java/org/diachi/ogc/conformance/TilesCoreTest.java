package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OGC API - Tiles - Part 1 (OGC 20-057), with what its official suite looks for; named after its requirements. */
class TilesCoreTest {

    private static final String TILE_SETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private static final List<String> LISTS = List.of("/ogc/tiles", "/ogc/collections/zones/tiles");
    private static final String MVT = "application/vnd.mapbox-vector-tile";

    private static OpenAPI contract() {
        return new OpenAPIV3Parser()
                .readContents(Http.get("/openapi.yaml").body())
                .getOpenAPI();
    }

    private static JsonNode link(JsonNode links, String rel) {
        return links.valueStream()
                .filter(link -> link.at("/rel").asString().equals(rel))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rel + " in " + links));
    }

    /** The operations whose ids say that they give tiles, by path. */
    private static Map<String, Operation> tileOperations() {
        Map<String, Operation> found = new TreeMap<>();
        for (Map.Entry<String, PathItem> path : contract().getPaths().entrySet()) {
            Operation get = path.getValue().getGet();
            if (get != null && get.getOperationId().endsWith(".getTile")) {
                found.put(path.getKey(), get);
            }
        }
        return found;
    }

    @Test
    @DisplayName(
            "/req/oas30/operation-id: dataset.vector.getTile and collection.vector.getTile, and those of tile sets")
    void operationIds() {
        assertThat(tileOperations().values().stream().map(Operation::getOperationId))
                .containsExactlyInAnyOrder("dataset.vector.getTile", "collection.vector.getTile");
        List<String> all = contract().getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
        assertThat(all)
                .contains("dataset.vector.getTileSet", "collection.vector.getTileSet")
                .contains("dataset.vector.getTileSetsList", "collection.vector.getTileSetsList")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("/req/core/tc-tilematrix-definition, tc-tilerow-definition, tc-tilecol-definition")
    void pathParameters() {
        OpenAPI contract = contract();
        tileOperations().forEach((path, operation) -> {
            assertThat(path).endsWith("/{tileMatrix}/{tileRow}/{tileCol}").contains("/tiles/{tileMatrixSetId}");
            List<String> required = operation.getParameters().stream()
                    .map(parameter -> parameter.get$ref() == null
                            ? parameter
                            : contract.getComponents()
                                    .getParameters()
                                    .get(parameter.get$ref().substring("#/components/parameters/".length())))
                    .filter(parameter -> Boolean.TRUE.equals(parameter.getRequired()))
                    .map(parameter -> parameter.getName())
                    .collect(Collectors.toList());
            assertThat(required).contains("tileMatrixSetId", "tileMatrix", "tileRow", "tileCol");
        });
    }

    @Test
    @DisplayName("/req/dataset-tilesets/landingpage, /req/geodata-tilesets/desc-links: also inside /collections")
    void linksToTileSets() {
        Reply landing = Http.get("/ogc");
        assertThat(Http.get(link(landing.json().at("/links"), TILE_SETS)
                                .at("/href")
                                .asString())
                        .json()
                        .at("/tilesets"))
                .isNotEmpty();
        int found = 0;
        for (JsonNode collection : Http.get("/ogc/collections").json().at("/collections")) {
            JsonNode alone = Http.get("/ogc/collections/" + collection.at("/id").asString())
                    .json();
            assertThat(alone.at("/links")).isEqualTo(collection.at("/links"));
            for (JsonNode link : collection.at("/links")) {
                if (link.at("/rel").asString().equals(TILE_SETS)) {
                    found++;
                    Reply sets = Http.get(link.at("/href").asString());
                    assertThat(sets.status()).isEqualTo(200);
                    assertThat(sets.json().at("/tilesets")).isNotEmpty();
                }
            }
        }
        assertThat(found).isGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/tiles", "/ogc/collections/zones/tiles"})
    @DisplayName("/req/tilesets-list/tileset-links, /req/tileset/description: what each entry of a list has")
    void tileSets(String list) {
        for (JsonNode entry : Http.get(list).json().at("/tilesets")) {
            complete(entry);
            JsonNode alone = Http.get(
                            link(entry.at("/links"), "self").at("/href").asString())
                    .json();
            complete(alone);
            for (String member :
                    List.of("tileMatrixSetId", "tileMatrixSetURI", "tileMatrixSetLimits", "crs", "dataType", "links")) {
                assertThat(alone.get(member)).as(member).isEqualTo(entry.get(member));
            }
        }
    }

    private static void complete(JsonNode set) {
        assertThat(set.at("/dataType").asString()).isEqualTo("vector");
        assertThat(set.at("/crs").asString()).startsWith("http://www.opengis.net/def/crs/");
        JsonNode grid = grid(set);
        assertThat(set.at("/tileMatrixSetId").asString())
                .isEqualTo(grid.at("/id").asString());
        assertThat(set.at("/tileMatrixSetURI").asString())
                .isEqualTo(grid.at("/uri").asString());
        assertThat(set.at("/crs").asString()).isEqualTo(grid.at("/crs").asString());
        assertThat(set.at("/tileMatrixSetLimits")
                        .valueStream()
                        .map(limit -> limit.at("/tileMatrix").asString()))
                .isEqualTo(grid.at("/tileMatrices")
                        .valueStream()
                        .map(matrix -> matrix.at("/id").asString())
                        .toList());
        JsonNode tiles = link(set.at("/links"), "item");
        assertThat(tiles.at("/templated").booleanValue()).isTrue();
        assertThat(tiles.at("/type").asString()).isEqualTo(MVT);
        assertThat(tiles.at("/href").asString()).contains("{tileMatrix}", "{tileRow}", "{tileCol}");
    }

    private static JsonNode grid(JsonNode set) {
        String scheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
        return Http.get(link(set.at("/links"), scheme).at("/href").asString()).json();
    }

    private static String template(String list) {
        JsonNode set = Http.get(list).json().at("/tilesets/0");
        return link(set.at("/links"), "item").at("/href").asString();
    }

    private static Reply tile(String template, Object matrix, int row, int column) {
        return Http.get(template.replace("{tileMatrix}", matrix.toString())
                .replace("{tileRow}", String.valueOf(row))
                .replace("{tileCol}", String.valueOf(column)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/tiles", "/ogc/collections/zones/tiles"})
    @DisplayName("/req/core/tc-success, tc-op: a tile of the template, or 204 where there is nothing")
    void success(String list) {
        // Where the zones of TestCity are.
        int column = (int) ((107.574 + 180) / 360 * (1 << 15));
        double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(16.4642) / 2));
        int row = (int) ((1 - mercator / Math.PI) / 2 * (1 << 15));
        Reply city = tile(template(list), 15, row, column);
        assertThat(city.status()).isEqualTo(200);
        assertThat(city.header("Content-Type")).isEqualTo(MVT);
        assertThat(tile(template(list), 15, 0, 0).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/tiles", "/ogc/collections/zones/tiles"})
    @DisplayName("/req/core/tc-error: within the limits there are tiles, just past them there are none")
    void pastTheLimits(String list) {
        String template = template(list);
        for (JsonNode limit : Http.get(list).json().at("/tilesets/0/tileMatrixSetLimits")) {
            String matrix = limit.at("/tileMatrix").asString();
            int lastRow = limit.at("/maxTileRow").intValue();
            int lastColumn = limit.at("/maxTileCol").intValue();
            assertThat(tile(template, matrix, lastRow, lastColumn).status()).isIn(200, 204);
            assertThat(tile(template, matrix, lastRow + 1, lastColumn).status()).isEqualTo(404);
            assertThat(tile(template, matrix, lastRow, lastColumn + 1).status()).isEqualTo(404);
            assertThat(tile(template, matrix, -1, 0).status()).isEqualTo(404);
            assertThat(tile(template, matrix, 0, -1).status()).isEqualTo(404);
        }
        assertThat(tile(template, 23, 0, 0).status()).isEqualTo(404);
        assertThat(tile(template, "x", 0, 0).status()).isEqualTo(404);
        for (String path : LISTS) {
            assertThat(Http.get(path + "/NoSuchGrid/0/0/0").status()).isEqualTo(404);
            assertThat(Http.get(path + "/NoSuchGrid").status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("/req/tilematrixsets/tilematrixsets-op, tilematrixset-op: as OGC 17-083r4 has the grid")
    void grids() {
        for (JsonNode item : Http.get("/ogc/tileMatrixSets").json().at("/tileMatrixSets")) {
            JsonNode grid = Http.get(link(item.at("/links"), "self").at("/href").asString())
                    .json();
            assertThat(grid.at("/id")).isEqualTo(item.at("/id"));
            assertThat(grid.at("/tileMatrices/0/matrixWidth").intValue()).isEqualTo(1);
            assertThat(grid.at("/tileMatrices/3/matrixHeight").intValue()).isEqualTo(8);
        }
    }
}
