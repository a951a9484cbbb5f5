package org.diachi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diachi.value.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKBReader;

class GeoPackageTest {
    private static final Instant TIME = Instant.parse("2025-07-01T00:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void holdsRowsValuesAndGeometries() throws Exception {
        Path file = write(dir.resolve("a.gpkg"));
        assertThat(rows(file, "SELECT fid, name, count, height, open, since FROM things"))
                .containsExactly(
                        List.of(1, "Chợ Đông Ba, \"mới\"", 3, 2.5, 1, "2025-07-01"),
                        Arrays.asList(2, "", -1, 0.001, 0, null),
                        Arrays.asList(3, null, null, null, null, null));
        byte[] blob = (byte[])
                rows(file, "SELECT geom FROM things WHERE fid = 1").get(0).get(0);
        ByteBuffer header = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(blob, 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("GP");
        assertThat(blob[3]).isEqualTo((byte) 3);
        assertThat(header.getInt(4)).isEqualTo(32648);
        assertThat(List.of(header.getDouble(8), header.getDouble(16), header.getDouble(24), header.getDouble(32)))
                .containsExactly(0.0, 10.0, 0.0, 10.0);
        assertThat(new WKBReader().read(Arrays.copyOfRange(blob, 40, blob.length)))
                .isEqualTo(Layers.polygons().get(0).geometry());
    }

    @Test
    void describesItselfAsTheStandardAsks() throws Exception {
        Path file = write(dir.resolve("a.gpkg"));
        assertThat(rows(file, "PRAGMA application_id")).containsExactly(List.of(0x47504B47));
        assertThat(rows(file, "PRAGMA user_version")).containsExactly(List.of(10300));
        assertThat(rows(file, "PRAGMA integrity_check")).containsExactly(List.of("ok"));
        assertThat(rows(file, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(rows(file, "SELECT table_name, data_type, last_change, min_x, max_y, srs_id FROM gpkg_contents"))
                .containsExactly(
                        List.of("things", "features", "2025-07-01T00:00:00.000Z", 0.0, 28.0, 32648),
                        Arrays.asList("others", "features", "2025-07-01T00:00:00.000Z", null, null, 32648));
        assertThat(rows(file, "SELECT column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns"))
                .contains(List.of("geom", "POLYGON", 32648, 0, 0));
        assertThat(rows(file, "SELECT srs_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = 32648"))
                .containsExactly(List.of(32648, Layers.UTM.wkt()));
        assertThat(rows(file, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
                .containsExactly(List.of(-1), List.of(0), List.of(4326), List.of(32648));
    }

    @Test
    void carriesASpatialIndex() throws Exception {
        Path file = write(dir.resolve("a.gpkg"));
        assertThat(rows(file, "SELECT id FROM rtree_things_geom WHERE minx > 15"))
                .containsExactly(List.of(2));
        assertThat(rows(file, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'things'"))
                .containsExactly(List.of(6));
    }

    @Test
    void isTheSameBytesEveryTime() throws Exception {
        assertThat(write(dir.resolve("a.gpkg"))).hasSameBinaryContentAs(write(dir.resolve("b.gpkg")));
    }

    @Test
    void replacesAnOlderFile() throws Exception {
        Path file = dir.resolve("a.gpkg");
        Files.writeString(file, "something else");
        assertThat(rows(write(file), "SELECT count(*) FROM things")).containsExactly(List.of(3));
    }

    @Test
    void refusesWhatDoesNotFit() throws Exception {
        try (GeoPackage file = GeoPackage.create(dir.resolve("a.gpkg"), Layers.UTM, TIME)) {
            FeatureType inDegrees = Layers.type(GeometryKind.POINT, Crs.CRS84);
            assertThatThrownBy(() -> file.table(inDegrees))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("CRS84");
            FeatureWriter table = file.table(Layers.type(GeometryKind.POINT, Layers.UTM));
            Feature wrong = Feature.of(null, 5L, null, null, null, null);
            assertThatThrownBy(() -> table.write(wrong)).hasMessageContaining("name of type TEXT cannot hold 5");
            Feature shortOne = Feature.of(null, "a");
            assertThatThrownBy(() -> table.write(shortOne)).hasMessageContaining("5 fields, the feature 1");
        }
    }

    private static Path write(Path path) throws Exception {
        try (GeoPackage file = GeoPackage.create(path, Layers.UTM, TIME)) {
            FeatureWriter things = file.table(Layers.type(GeometryKind.POLYGON, Layers.UTM));
            FeatureType others = new FeatureType("others", GeometryKind.POINT, Layers.UTM, List.of());
            file.table(others).write(Feature.of(null));
            for (Feature feature : Layers.polygons()) {
                things.write(feature);
            }
        }
        return path;
    }

    private static List<List<Object>> rows(Path file, String sql) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
