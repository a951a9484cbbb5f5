package org.diachi.source.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.diachi.source.BrokenFileException;
import org.diachi.source.DeclaredCrs;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The SQLite file behind a GeoPackage and its catalogue. */
final class GeoPackageDatabase implements AutoCloseable {

    /** A table of the catalogue. */
    record Table(
            String name,
            @Nullable String geometryColumn,
            @Nullable String geometryType,
            DeclaredCrs crs) {}

    /** A column as SQLite knows it. */
    record Column(String name, String declaredType, boolean primaryKey) {}

    private static final String TABLES = """
            SELECT c.table_name, g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id,
                   s.definition, s.srs_id
            FROM gpkg_contents c
            LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            WHERE c.data_type IN ('features', 'attributes', 'aspatial')
            ORDER BY c.table_name
            """;

    /** A file of tiles or attributes only need not have the catalogue of geometries. */
    private static final String TABLES_WITHOUT_GEOMETRY = """
            SELECT table_name, NULL, NULL, NULL, NULL, NULL, NULL FROM gpkg_contents
            WHERE data_type IN ('attributes', 'aspatial')
            ORDER BY table_name
            """;

    private static final String HAS_GEOMETRY =
            "SELECT count(*) FROM sqlite_schema WHERE name = 'gpkg_geometry_columns'";

    private static final String COLUMNS = "SELECT name, type, pk FROM pragma_table_info(?)";

    private final Path file;
    private final Connection connection;

    private GeoPackageDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static GeoPackageDatabase open(Path file) throws IOException {
        Path log = Path.of(file + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new BrokenFileException(
                    file,
                    "Another program has it open or has left changes in " + log.getFileName(),
                    "",
                    "Close the file there (in QGIS: remove its layers) and try again.");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1";
        try {
            Connection connection = config.createConnection(url);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
                statement.execute("PRAGMA cell_size_check = ON");
                statement.execute("PRAGMA trusted_schema = OFF");
            }
            return new GeoPackageDatabase(file, connection);
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }

    /** What a failure of SQLite means for the one who sent the file. */
    static BrokenFileException broken(Path file, SQLException e) {
        return new BrokenFileException(
                file, "It cannot be read as a GeoPackage: " + e.getMessage(), "", "Export it again.", e);
    }

    Table getTable(@Nullable String wanted) throws SQLException {
        List<Table> tables = listTables();
        if (tables.isEmpty()) {
            throw new BrokenFileException(
                    file, "It holds no table of features or attributes", "", "Export the layer as features.");
        }
        if (wanted == null && tables.size() == 1) {
            return tables.get(0);
        }
        String names = tables.stream().map(Table::name).collect(Collectors.joining(", "));
        if (wanted == null) {
            throw new BrokenFileException(file, "It holds several layers", names, "Name the layer to read.");
        }
        return tables.stream()
                .filter(table -> table.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BrokenFileException(
                        file, "It holds no layer '" + wanted + "'", "", "Its layers are " + names + "."));
    }

    private List<Table> listTables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        String query = count(HAS_GEOMETRY) == 0 ? TABLES_WITHOUT_GEOMETRY : TABLES;
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2), rows.getString(3), crs(rows)));
            }
        }
        return tables;
    }

    /** The ids -1 and 0 stand for an unknown plane and an unknown geographic system. */
    private static DeclaredCrs crs(ResultSet rows) throws SQLException {
        String organisation = rows.getString(4);
        if (organisation == null || rows.getInt(7) <= 0) {
            return DeclaredCrs.NONE;
        }
        if (organisation.equalsIgnoreCase("EPSG")) {
            return DeclaredCrs.ofEpsg(rows.getInt(5));
        }
        String definition = rows.getString(6);
        return definition == null ? DeclaredCrs.NONE : DeclaredCrs.ofWkt(definition);
    }

    List<Column> listColumns(Table table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String type = rows.getString(2);
                    columns.add(new Column(rows.getString(1), type == null ? "" : type, rows.getInt(3) > 0));
                }
            }
        }
        return columns;
    }

    long countRows(Table table) throws SQLException {
        return count("SELECT count(*) FROM " + identifier(table.name()));
    }

    private long count(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.getLong(1);
        }
    }

    /** Reads every value of these columns, and with them every page that holds one; returns the number of rows. */
    long readThrough(Table table, List<Column> columns) throws SQLException {
        // The greatest value is only known once all were compared.
        String values = columns.stream()
                .map(column -> ", max(" + identifier(column.name()) + ")")
                .collect(Collectors.joining());
        return count("SELECT count(*)" + values + " FROM " + identifier(table.name()));
    }

    /** The rows of a table with these columns, in the order the file holds them; closing the connection closes it. */
    ResultSet select(Table table, List<Column> columns) throws SQLException {
        String list = columns.stream().map(column -> identifier(column.name())).collect(Collectors.joining(", "));
        return connection
                .prepareStatement("SELECT " + list + " FROM " + identifier(table.name()))
                .executeQuery();
    }

    /** A name can hold anything; between doubled quotes it cannot end early. */
    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw broken(file, e);
        }
    }
}
