package org.diachi.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.HeaderMeta;
import org.wololo.flatgeobuf.generated.GeometryType;

class FlatGeobufWriterTest {

    @Test
    void headerNamesCrsAndColumns() throws Exception {
        HeaderMeta header = HeaderMeta.read(ByteBuffer.wrap(write()).order(ByteOrder.LITTLE_ENDIAN));
        assertThat(header.srid).isEqualTo(32648);
        assertThat(header.geometryType).isEqualTo((byte) GeometryType.Polygon);
        assertThat(header.indexNodeSize).isZero();
        assertThat(header.columns)
                .extracting(column -> column.name)
                .containsExactly("name", "count", "height", "open", "since");
    }

    @Test
    void geometriesReadBackUnchanged() throws Exception {
        List<Geometry> geometries = new ArrayList<>();
        for (var feature : read(write())) {
            geometries.add(
                    feature.geometry() == null
                            ? null
                            : GeometryConversions.deserialize(feature.geometry(), GeometryType.Polygon));
        }
        assertThat(geometries)
                .containsExactlyElementsOf(
                        Layers.polygons().stream().map(Feature::geometry).toList());
    }

    /** Where the header tells no type, each geometry tells its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (1 2)",
                "LINESTRING (1 2, 3 4)",
                "POLYGON ((0 0, 4 0, 4 4, 0 0), (2 1, 3 1, 3 2, 2 1))",
                "MULTIPOINT ((1 2), (3 4))",
                "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8, 9 9))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"
            })
    void geometriesOfAllTypesTellTheirType(String wkt) throws Exception {
        Geometry geometry = new WKTReader().read(wkt);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FlatGeobufWriter writer = new FlatGeobufWriter(bytes, Layers.type(GeometryKind.GEOMETRY, Layers.UTM))) {
            writer.write(Feature.of(geometry, null, null, null, null, null));
        }
        var read = read(bytes.toByteArray()).get(0).geometry();
        assertThat(GeometryConversions.deserialize(read, read.type()).toText()).isEqualTo(geometry.toText());
    }

    @Test
    void propertiesAreColumnIndexAndValue() throws Exception {
        ByteBuffer properties = read(write()).get(0).propertiesAsByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(properties.getShort()).isZero();
        byte[] name = new byte[properties.getInt()];
        properties.get(name);
        assertThat(new String(name, StandardCharsets.UTF_8)).isEqualTo("Chợ Đông Ba, \"mới\"");
        assertThat(properties.getShort()).isEqualTo((short) 1);
        assertThat(properties.getLong()).isEqualTo(3);
        assertThat(properties.getShort()).isEqualTo((short) 2);
        assertThat(properties.getDouble()).isEqualTo(2.5);
        assertThat(properties.getShort()).isEqualTo((short) 3);
        assertThat(properties.get()).isEqualTo((byte) 1);
        assertThat(properties.getShort()).isEqualTo((short) 4);
        assertThat(properties.getInt()).isEqualTo(10);
    }

    @Test
    void longTextsGrowTheBuffer() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FlatGeobufWriter writer = new FlatGeobufWriter(bytes, Layers.type(GeometryKind.POLYGON, Layers.UTM))) {
            writer.write(Feature.of(null, "x".repeat(100_000), 1L, null, null, null));
        }
        assertThat(read(bytes.toByteArray()).get(0).propertiesLength()).isEqualTo(2 + 4 + 100_000 + 2 + 8);
    }

    private static byte[] write() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FlatGeobufWriter writer = new FlatGeobufWriter(bytes, Layers.type(GeometryKind.POLYGON, Layers.UTM))) {
            for (Feature feature : Layers.polygons()) {
                writer.write(feature);
            }
        }
        return bytes.toByteArray();
    }

    private static List<org.wololo.flatgeobuf.generated.Feature> read(byte[] bytes) throws Exception {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(HeaderMeta.read(buffer).offset);
        List<org.wololo.flatgeobuf.generated.Feature> features = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int size = buffer.getInt();
            features.add(org.wololo.flatgeobuf.generated.Feature.getRootAsFeature(
                    buffer.slice(buffer.position(), size).order(ByteOrder.LITTLE_ENDIAN)));
            buffer.position(buffer.position() + size);
        }
        return features;
    }
}
