package org.diachi.pack.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.Http;
import org.diachi.TestCity;
import org.diachi.pack.Days;
import org.diachi.pack.MapPacks;
import org.diachi.pack.PackState;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class VectorTileTest {

    /** Of the place 107.5731 E 16.4639 N. */
    private static TileAddress at(int zoom) {
        double x = (107.57445 + 180) / 360;
        double y = (1 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(16.4644) / 2)) / Math.PI) / 2;
        return new TileAddress(zoom, (int) (x * (1 << zoom)), (int) (y * (1 << zoom)));
    }

    private static JtsMvt decode(byte[] tile) throws IOException {
        return MvtReader.loadMvt(new ByteArrayInputStream(tile), new GeometryFactory(), new TagKeyValueMapConverter());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10, 14, 16, 17, 18, 20, 22})
    void tilesAreReadByOthersAndTheirPolygonsAreValid(int zoom) throws IOException {
        List<PackState> layers =
                TestCity.get().service().getBean(MapPacks.class).list();
        JtsMvt tile = decode(VectorTile.write(layers, at(zoom), Days.of(LocalDate.of(2026, 6, 1))));
        for (JtsLayer layer : tile.getLayers()) {
            assertThat(layer.getExtent()).isEqualTo(4096);
            for (Geometry geometry : layer.getGeometries()) {
                assertThat(geometry.isValid()).as(geometry.toText()).isTrue();
                assertThat(geometry.isEmpty()).isFalse();
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void attributesAreThoseOfTheLayer() throws IOException {
        PackState zones =
                TestCity.get().service().getBean(MapPacks.class).find("zones").orElseThrow();
        JtsMvt tile = decode(VectorTile.write(List.of(zones), at(16), Days.of(LocalDate.of(2026, 6, 1))));
        assertThat(tile.getLayer("zones").getGeometries())
                .extracting(geometry -> ((Map<String, Object>) geometry.getUserData()).get("code"))
                .contains("ODT", "DKV");
    }

    @Test
    void aFoldedPolygonIsMended() {
        Shape bow = new Shape(ShapeKind.POLYGON, new int[] {0, 0, 10, 10, 10, 0, 0, 12}, new int[] {4});
        Shape mended = ValidPolygons.of(bow);
        assertThat(mended.ends()).hasSize(2);
        int start = 0;
        for (int end : mended.ends()) {
            assertThat(Shape.doubleArea(mended.xy(), start, end)).isPositive();
            start = end;
        }
    }

    @Test
    void tilesAreServedWithTheirDescription() {
        Http.Reply json = Http.get("/ogc/collections/zones/tiles/WebMercatorQuad");
        assertThat(json.at("/vector_layers/0/id")).isEqualTo("zones");
        TileAddress tile = at(15);
        String path = "/ogc/collections/zones/tiles/WebMercatorQuad/15/" + tile.row() + "/" + tile.column();
        assertThat(json.at("/tiles/0")).isEqualTo(Http.base() + path.replaceAll("15/\\d+/\\d+", "{z}/{y}/{x}"));
        Http.Reply reply = Http.get(path);
        assertThat(reply.header("Content-Type")).startsWith(VectorTile.MEDIA_TYPE);
        assertThat(Http.get(path, "If-None-Match", reply.header("ETag")).status())
                .isEqualTo(304);
        assertThat(Http.get("/ogc/tiles/WebMercatorQuad/15/" + tile.row() + "/" + tile.column())
                        .status())
                .isEqualTo(200);
        assertThat(Http.get("/ogc/tiles/WebMercatorQuad/15/0/0").status()).isEqualTo(204);
        assertThat(Http.get("/ogc/tiles/WebMercatorQuad/15/99999/0").status()).isEqualTo(404);
        assertThat(Http.get("/ogc/collections/none/tiles/WebMercatorQuad/1/0/0").status())
                .isEqualTo(404);
    }
}
