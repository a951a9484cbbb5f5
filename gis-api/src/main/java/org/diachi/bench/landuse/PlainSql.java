package org.diachi.bench.landuse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.diachi.bench.ClosedLoop;
import org.springframework.jdbc.core.JdbcTemplate;

/** The baselines: the same areas by PostGIS alone, without HTTP, plans, wards, neighbours, sources or JSON. */
final class PlainSql {

    /** Buildings that are drawn, so that a statement has areas to tell. */
    private static final String CODES = """
            SELECT code FROM registry.address_version TABLESAMPLE SYSTEM (5)
             WHERE ended IS NULL AND kind = 'building' AND ST_Dimension(shape) = 2
             ORDER BY md5(code) LIMIT ?
            """;

    private static final String ZONES_OF_ONE = """
            SELECT z.id, z.attributes ->> 'code', ST_Area(ST_Intersection(z.shape, a.shape))
              FROM registry.address_version a
              JOIN registry.feature z ON z.shape && a.shape AND z.ended IS NULL
               AND z.layer = (SELECT id FROM registry.layer WHERE collection = 'zones')
             WHERE a.code = ? AND a.ended IS NULL
            """;

    private static final String MATRIX = """
            SELECT a.attributes ->> 'code', b.attributes ->> 'code', sum(ST_Area(ST_Intersection(a.shape, b.shape)))
              FROM registry.feature a JOIN registry.plan pa ON pa.id = a.plan AND pa.identifier = ?
              JOIN registry.feature b ON b.shape && a.shape AND b.ended IS NULL
              JOIN registry.plan pb ON pb.id = b.plan AND pb.identifier = ?
             WHERE a.ended IS NULL
             GROUP BY 1, 2
            """;

    private static final String COUNT = """
            SELECT count(*) FROM registry.feature z JOIN registry.plan p ON p.id = z.plan
             WHERE p.identifier = ? AND z.ended IS NULL
            """;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    PlainSql(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    List<String> codes(int most) {
        return jdbc.queryForList(CODES, String.class, most);
    }

    long zones(String plan) {
        Long count = jdbc.queryForObject(COUNT, Long.class, plan);
        return count == null ? 0 : count;
    }

    /** Seconds that the whole matrix takes, without wards, pieces and what only one side covers. */
    double matrixSeconds(String from, String to) {
        long begun = System.nanoTime();
        List<Double> areas = new ArrayList<>();
        jdbc.query(
                MATRIX,
                row -> {
                    areas.add(row.getDouble(3));
                },
                from,
                to);
        return (System.nanoTime() - begun) / 1e9;
    }

    ClosedLoop.Client open() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            return new Client(connection, connection.prepareStatement(ZONES_OF_ONE));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private record Client(Connection connection, PreparedStatement statement) implements ClosedLoop.Client {

        @Override
        public boolean ask(String code) throws SQLException {
            statement.setString(1, code);
            try (ResultSet rows = statement.executeQuery()) {
                double sum = 0;
                while (rows.next()) {
                    sum += rows.getDouble(3);
                }
                return sum >= 0;
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
