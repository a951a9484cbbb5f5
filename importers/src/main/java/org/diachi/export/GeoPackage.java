package org.diachi.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diachi.value.Crs;
import org.sqlite.SQLiteConfig;

/**
 * One new GeoPackage 1.3 file with any number of feature tables, all in one CRS. Tables may be written in turns.
 *
 * <p>Everything is one transaction without a journal: a file that was not closed is not a GeoPackage. The given time is
 * the only time in the file, so the same features give the same bytes with the same SQLite.
 */
public final class GeoPackage implements AutoCloseable {
    /** Every GeoPackage has to describe it. */
    private static final Crs WGS84 = Crs.of(4326);

    /** Negative: SQLite counts pages otherwise. */
    private static final int CACHE_KIBIBYTES = -65_536;

    private final Connection connection;
    private final Crs crs;
    private final Instant lastChange;
    private final List<GeoPackageTable> tables = new ArrayList<>();

    private GeoPackage(Connection connection, Crs crs, Instant lastChange) {
        this.connection = connection;
        this.crs = crs;
        this.lastChange = lastChange;
    }

    /**
     * Starts a new file; one of that name is replaced.
     *
     * @param lastChange written as the time of the last change of every table
     */
    public static GeoPackage create(Path file, Crs crs, Instant lastChange) throws IOException {
        Files.deleteIfExists(file);
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setGetGeneratedKeys(false);
            config.setCacheSize(CACHE_KIBIBYTES);
            Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            GeoPackage created = new GeoPackage(connection, crs, lastChange);
            created.prepare();
            return created;
        } catch (SQLException e) {
            throw new IOException("Cannot create GeoPackage " + file, e);
        }
    }

    /**
     * Adds a table of features with the geometry in column {@code geom}, the key in {@code fid} and an R-tree.
     *
     * @throws IllegalArgumentException if the layer is in another CRS than the file, or a field is named as one of these
     */
    public FeatureWriter table(FeatureType type) throws IOException {
        if (type.crs().epsg() != crs.epsg()) {
            throw new IllegalArgumentException(
                    "Layer " + type.name() + " is in " + type.crs() + ", the file in " + crs + ".");
        }
        try {
            GeoPackageTable table = new GeoPackageTable(connection, type, lastChange);
            tables.add(table);
            return table;
        } catch (SQLException e) {
            throw new IOException("Cannot create table " + type.name(), e);
        }
    }

    /** Finishes all tables and the file. */
    @Override
    public void close() throws IOException {
        try (connection) {
            for (GeoPackageTable table : tables) {
                table.close();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException("Cannot finish the GeoPackage", e);
        }
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = 0x47504B47");
            statement.execute("PRAGMA user_version = 10300");
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            connection.setAutoCommit(false);
            for (String table : GeoPackageSchema.TABLES) {
                statement.execute(table);
            }
        }
        reference(-1, "NONE", "Undefined Cartesian", "undefined");
        reference(0, "NONE", "Undefined geographic", "undefined");
        for (Crs known : crs.epsg() == WGS84.epsg() ? List.of(WGS84) : List.of(WGS84, crs)) {
            reference(known.epsg(), "EPSG", known.name(), known.wkt());
        }
    }

    private void reference(int id, String organization, String name, String wkt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO gpkg_spatial_ref_sys
                  (srs_name, srs_id, organization, organization_coordsys_id, definition)
                VALUES (?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, name);
            insert.setInt(2, id);
            insert.setString(3, organization);
            insert.setInt(4, id);
            insert.setString(5, wkt);
            insert.executeUpdate();
        }
    }
}
