package org.diachi.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Fills one table of a {@link GeoPackage}. */
final class GeoPackageTable implements FeatureWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final FeatureType type;
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement index;
    private final GeoPackageGeometry geometries;
    private final Envelope extent = new Envelope();
    private long fid;
    private boolean closed;

    GeoPackageTable(Connection connection, FeatureType type, Instant lastChange) throws SQLException {
        this.connection = connection;
        this.type = type;
        this.geometries = new GeoPackageGeometry(type.crs().epsg());
        String name = GeoPackageSchema.quote(type.name());
        try (Statement statement = connection.createStatement()) {
            statement.execute(create(type));
        }
        register(lastChange);
        String marks = String.join(", ", Collections.nCopies(type.fields().size() + 2, "?"));
        insert = connection.prepareStatement("INSERT INTO " + name + " VALUES (" + marks + ")");
        try (Statement statement = connection.createStatement()) {
            statement.execute(GeoPackageSchema.spatialIndex(type.name()).get(0));
        }
        index = connection.prepareStatement(
                "INSERT INTO " + GeoPackageSchema.quote("rtree_" + type.name() + "_geom") + " VALUES (?, ?, ?, ?, ?)");
    }

    @Override
    public void write(Feature feature) throws IOException {
        type.check(feature);
        fid++;
        try {
            insert.setLong(1, fid);
            Geometry geometry = feature.geometry();
            insert.setBytes(2, geometry == null ? null : geometries.encode(geometry));
            for (int i = 0; i < type.fields().size(); i++) {
                bind(i + 3, feature.values().get(i));
            }
            insert.executeUpdate();
            if (geometry != null && !geometry.isEmpty()) {
                index(geometry.getEnvelopeInternal());
            }
        } catch (SQLException e) {
            throw new IOException("Cannot write row " + fid + " of " + type.name(), e);
        }
    }

    /** Writes down the extent and installs the triggers, which must not run while the rows go in. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (insert;
                index;
                Statement statement = connection.createStatement()) {
            for (String sql : GeoPackageSchema.spatialIndex(type.name())) {
                if (sql.startsWith("CREATE TRIGGER")) {
                    statement.execute(sql);
                }
            }
            if (!extent.isNull()) {
                writeExtent();
            }
        } catch (SQLException e) {
            throw new IOException("Cannot finish table " + type.name(), e);
        }
    }

    private void index(Envelope box) throws SQLException {
        extent.expandToInclude(box);
        index.setLong(1, fid);
        index.setDouble(2, box.getMinX());
        index.setDouble(3, box.getMaxX());
        index.setDouble(4, box.getMinY());
        index.setDouble(5, box.getMaxY());
        index.executeUpdate();
    }

    private void bind(int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            insert.setNull(position, Types.NULL);
        } else if (value instanceof Long number) {
            insert.setLong(position, number);
        } else if (value instanceof Double number) {
            insert.setDouble(position, number);
        } else if (value instanceof Boolean flag) {
            insert.setInt(position, flag ? 1 : 0);
        } else {
            insert.setString(position, value.toString());
        }
    }

    private static String create(FeatureType type) {
        String fields = type.fields().stream()
                .map(field -> ", " + GeoPackageSchema.quote(field.name()) + " " + sqlType(field.type()))
                .collect(Collectors.joining());
        return "CREATE TABLE " + GeoPackageSchema.quote(type.name())
                + " (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom " + type.geometry() + fields + ")";
    }

    private static String sqlType(Field.Type type) {
        return switch (type) {
            case TEXT -> "TEXT";
            case INTEGER -> "INTEGER";
            case REAL -> "REAL";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }

    private void register(Instant lastChange) throws SQLException {
        try (PreparedStatement contents = connection.prepareStatement("""
                        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
                        VALUES (?, 'features', ?, ?, ?)
                        """);
                PreparedStatement column = connection.prepareStatement(
                        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)");
                PreparedStatement extension = connection.prepareStatement("""
                        INSERT INTO gpkg_extensions
                        VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree',
                                'write-only')
                        """)) {
            contents.setString(1, type.name());
            contents.setString(2, type.name());
            contents.setString(3, TIME.format(lastChange));
            contents.setInt(4, type.crs().epsg());
            contents.executeUpdate();
            column.setString(1, type.name());
            column.setString(2, type.geometry().name());
            column.setInt(3, type.crs().epsg());
            column.executeUpdate();
            extension.setString(1, type.name());
            extension.executeUpdate();
        }
    }

    private void writeExtent() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?")) {
            update.setDouble(1, extent.getMinX());
            update.setDouble(2, extent.getMinY());
            update.setDouble(3, extent.getMaxX());
            update.setDouble(4, extent.getMaxY());
            update.setString(5, type.name());
            update.executeUpdate();
        }
    }
}
