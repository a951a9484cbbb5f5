package org.diachi.bench.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;
import org.diachi.bench.quality.Writing;
import org.diachi.db.Database;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.postgresql.PGConnection;

/**
 * The baseline: the same addresses in one table, whole and without accents, with the usual indexes of PostgreSQL: trigrams
 * ({@code pg_trgm}) over the text, GiST over the positions, a B-tree over the codes. Without HTTP and without JSON.
 */
final class Trigrams {

    private static final String OUT = """
            COPY (SELECT v.code,
                         lower(concat_ws(' ', v.name, v.house_number, v.street) || coalesce(', ' || p.full_name, '')),
                         v.position
                    FROM registry.address_version v
                    LEFT JOIN registry.place_version p ON p.place = v.ward AND p.ended IS NULL AND p.valid_to IS NULL
                   WHERE v.ended IS NULL AND v.valid_to IS NULL AND v.status = 'current') TO STDOUT
            """;

    private static final List<String> PREPARE = List.of(
            "CREATE EXTENSION IF NOT EXISTS postgis",
            "CREATE EXTENSION IF NOT EXISTS pg_trgm",
            "CREATE EXTENSION IF NOT EXISTS unaccent",
            "CREATE SCHEMA trigrams",
            "CREATE UNLOGGED TABLE trigrams.raw (code text COLLATE \"C\", text text, position geometry)");

    private static final List<String> INDEX = List.of(
            "SET maintenance_work_mem = '512MB'",
            "CREATE UNLOGGED TABLE trigrams.address AS SELECT code, unaccent(text) AS text, position FROM trigrams.raw",
            "CREATE INDEX ON trigrams.address USING gin (text gin_trgm_ops)",
            "CREATE INDEX ON trigrams.address USING gist (position)",
            "CREATE INDEX ON trigrams.address (code)",
            "VACUUM ANALYZE trigrams.address");

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String CANCELLED = "57014";

    private final Database database;
    private final Crs storage;
    private final CrsTransform toStorage;

    /**
     * The baseline.
     *
     * @param database in which the table is made
     * @param storage in which the register has its positions
     */
    Trigrams(Database database, Crs storage) {
        this.database = database;
        this.storage = storage;
        this.toStorage = CrsTransform.between(Crs.CRS84, storage);
    }

    /** What is asked of the table. */
    enum Query {
        /** Ten addresses that have the letters in this order. */
        CONTAINS("SELECT code, text FROM trigrams.address WHERE text ILIKE '%' || ? || '%' LIMIT 10"),
        /** The ten most similar addresses. */
        SIMILAR("SELECT code, text FROM trigrams.address WHERE text % ? ORDER BY similarity(text, ?) DESC LIMIT 10"),
        /** The most similar address. */
        MATCH("SELECT code FROM trigrams.address WHERE text % ? ORDER BY similarity(text, ?) DESC LIMIT 1"),
        /** An address by its code. */
        CODE("SELECT code, text, ST_AsBinary(position) FROM trigrams.address WHERE code = ?"),
        /** The five nearest positions. */
        NEAREST("""
                SELECT code, text FROM trigrams.address
                 ORDER BY position <-> ST_SetSRID(ST_MakePoint(?, ?), ?) LIMIT 5""");

        private final String sql;

        Query(String sql) {
            this.sql = sql;
        }
    }

    /** Copies the addresses of a register and makes the indexes; returns how many seconds the indexes took. */
    double fill(Database register) throws IOException, SQLException {
        Path file = Files.createTempFile("diachi-bench", ".copy");
        try (Connection from = register.dataSource().getConnection();
                Connection to = database.dataSource().getConnection()) {
            try (OutputStream out = Files.newOutputStream(file)) {
                from.unwrap(PGConnection.class).getCopyAPI().copyOut(OUT, out);
            }
            execute(to, PREPARE);
            try (InputStream in = Files.newInputStream(file)) {
                to.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY trigrams.raw FROM STDIN", in);
            }
            long began = System.nanoTime();
            execute(to, INDEX);
            return (System.nanoTime() - began) / NANOS_PER_SECOND;
        } finally {
            Files.delete(file);
        }
    }

    private static void execute(Connection connection, List<String> all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }

    /** Asks for random items; what takes more than ten seconds is given up, and an error. */
    LoadResult run(Query query, List<String> items, int connections, Duration duration) {
        return new ClosedLoop(items, connections, duration).run(() -> open(query));
    }

    private ClosedLoop.Client open(Query query) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        execute(connection, List.of("SET statement_timeout = '10s'", "SET plan_cache_mode = 'force_custom_plan'"));
        return new Client(connection, connection.prepareStatement(query.sql), query);
    }

    /** One connection and its statement. */
    private final class Client implements ClosedLoop.Client {

        private final Connection connection;
        private final PreparedStatement statement;
        private final Query query;

        Client(Connection connection, PreparedStatement statement, Query query) {
            this.connection = connection;
            this.statement = statement;
            this.query = query;
        }

        @Override
        public boolean ask(String item) throws SQLException {
            bind(item);
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    answer.getString(1);
                }
                return true;
            } catch (SQLException e) {
                if (CANCELLED.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        }

        private void bind(String item) throws SQLException {
            if (query == Query.NEAREST) {
                String[] place = item.split(",", -1);
                double[] xy = {Double.parseDouble(place[0]), Double.parseDouble(place[1])};
                toStorage.apply(xy, 1);
                statement.setDouble(1, xy[0]);
                statement.setDouble(2, xy[1]);
                statement.setInt(3, storage.epsg());
                return;
            }
            String text =
                    query == Query.CODE ? item : Writing.withoutAccents(item).toLowerCase(Locale.ROOT);
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, text);
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                statement.close();
            }
        }
    }
}
