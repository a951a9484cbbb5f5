package org.diachi.bench.features;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;
import org.postgresql.PGStatement;

/**
 * The baseline: features that PostGIS writes as GeoJSON by itself, without HTTP, links, lineage or days other than today.
 *
 * @param pages which
 */
record PlainPages(DataSource dataSource, PageCase pages) {

    LoadResult run(List<String> boxes, int connections, Duration duration) {
        return new ClosedLoop(boxes, connections, duration).run(this::open);
    }

    private Client open() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            PreparedStatement statement = connection.prepareStatement(pages.plainSql());
            // A plan for any box reads the whole table.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return new Client(connection, statement, pages.limit());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private record Client(Connection connection, PreparedStatement statement, int limit) implements ClosedLoop.Client {

        @Override
        public boolean ask(String box) throws SQLException {
            String[] sides = box.split(",");
            for (int i = 0; i < sides.length; i++) {
                statement.setDouble(i + 1, Double.parseDouble(sides[i]));
            }
            statement.setInt(sides.length + 1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                int bytes = 0;
                while (rows.next()) {
                    bytes += rows.getBytes(1).length;
                }
                return bytes > 0;
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
