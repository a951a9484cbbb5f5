package org.diachi.bench.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;

/**
 * The baseline: the last state of a code by one prepared statement, without HTTP, without lineage, without JSON. Which
 * day it is in the city is not asked.
 */
final class DirectLookup {

    private static final String BY_CODE = """
            SELECT code, version, kind, status, name, house_number, street, ward, details, ST_AsBinary(position)
              FROM registry.address_version
             WHERE code = ?
               AND ended IS NULL
             ORDER BY valid_from DESC
             LIMIT 1
            """;

    private final DataSource dataSource;

    DirectLookup(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    LoadResult run(List<String> codes, int connections, Duration duration) {
        return new ClosedLoop(codes, connections, duration).run(this::open);
    }

    private Client open() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new Client(connection, connection.prepareStatement(BY_CODE));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** One connection and its statement. */
    private record Client(Connection connection, PreparedStatement statement) implements ClosedLoop.Client {

        @Override
        public boolean ask(String code) throws SQLException {
            statement.setString(1, code);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && code.equals(answer.getString(1));
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
