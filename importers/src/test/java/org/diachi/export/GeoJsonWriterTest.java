package org.diachi.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diachi.value.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonWriterTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void writesOneCollection() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GeoJsonWriter writer = GeoJsonWriter.collection(bytes, Layers.type(GeometryKind.POLYGON, Crs.CRS84))) {
            for (Feature feature : Layers.polygons()) {
                writer.write(feature);
            }
        }
        JsonNode collection = JSON.readTree(bytes.toByteArray());
        assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(collection.path("features").size()).isEqualTo(3);
        JsonNode first = collection.path("features").get(0);
        assertThat(first.path("properties")).isEqualTo(JSON.readTree("""
                                {"name": "Chợ Đông Ba, \\"mới\\"", "count": 3, "height": 2.5, "open": true,
                                 "since": "2025-07-01"}
                                """));
        assertThat(first.path("geometry").toString())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,10],[0,0]],"
                        + "[[2,2],[2,4],[4,4],[4,2],[2,2]]]}");
        assertThat(collection.path("features").get(2).path("geometry").isNull()).isTrue();
    }

    @Test
    void emptyCollectionIsStillOne() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GeoJsonWriter.collection(bytes, Layers.type(GeometryKind.POLYGON, Crs.CRS84))
                .close();
        assertThat(JSON.readTree(bytes.toByteArray()).path("features").isEmpty())
                .isTrue();
    }

    @Test
    void writesOneFeatureALine() throws Exception {
        List<String> lines = sequence(Layers.type(GeometryKind.POINT, Crs.CRS84), Layers.points());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"type\":\"Feature\"").contains("[107.5731265,16.4639398]");
        assertThat(JSON.readTree(lines.get(1)).path("properties").path("name").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT (1 2) | Point | [1,2]",
                "POINT EMPTY | Point | []",
                "LINESTRING (1 2, 3 4) | LineString | [[1,2],[3,4]]",
                "POLYGON ((0 0, 1 0, 1 1, 0 0)) | Polygon | [[[0,0],[1,0],[1,1],[0,0]]]",
                "MULTIPOINT ((1 2), (3 4)) | MultiPoint | [[1,2],[3,4]]",
                "MULTIPOINT ((1 2)) | MultiPoint | [[1,2]]",
                "MULTILINESTRING ((1 2, 3 4)) | MultiLineString | [[[1,2],[3,4]]]",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))) | MultiPolygon | [[[[0,0],[1,0],[1,1],[0,0]]]]",
                "GEOMETRYCOLLECTION (POINT (1 2)) | GeometryCollection | [{\"type\":\"Point\",\"coordinates\":[1,2]}]"
            })
    void writesEveryKindOfGeometry(String wkt, String name, String coordinates) throws Exception {
        FeatureType type = new FeatureType("any", GeometryKind.GEOMETRY, Layers.UTM, List.of());
        String line = sequence(type, List.of(Feature.of(Layers.geometry(wkt)))).get(0);
        JsonNode geometry = JSON.readTree(line).path("geometry");
        assertThat(geometry.path("type").asString()).isEqualTo(name);
        String member = name.equals("GeometryCollection") ? "geometries" : "coordinates";
        assertThat(geometry.path(member).toString()).isEqualTo(coordinates);
    }

    private static List<String> sequence(FeatureType type, List<Feature> features) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GeoJsonWriter writer = GeoJsonWriter.sequence(bytes, type)) {
            for (Feature feature : features) {
                writer.write(feature);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
