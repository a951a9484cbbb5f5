package org.diachi.bench.acts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.LoadResult;

/**
 * The baseline: a row like that of an object and a row like that of the log, committed together, without HTTP, checks,
 * triggers and the lock that puts writers in line.
 */
final class PlainInserts {

    private static final String TABLES = """
            CREATE TABLE public.bench_version (LIKE registry.address_version INCLUDING INDEXES);
            CREATE TABLE public.bench_change (LIKE registry.change INCLUDING INDEXES)
            """;

    private static final String OBJECT = """
            INSERT INTO public.bench_version
            SELECT code, ?, valid_from, valid_to, added, ended, kind, status, name, house_number, street, street_key,
                   number_key, ward, method, accuracy, located_at, parts, part_keys, details, position, shape
              FROM registry.address_version WHERE code = ? AND version = 1
            """;

    private static final String ENTRY = """
            INSERT INTO public.bench_change (seq, at, actor, act, kind, code, version, effective)
            VALUES (?, clock_timestamp(), 'bench', 'change', 'building', ?, 2, '2025-07-01')
            """;

    private final DataSource dataSource;
    private final AtomicLong count = new AtomicLong(1);

    PlainInserts(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    LoadResult run(List<String> codes, int connections, Duration duration) {
        return new ClosedLoop(codes, connections, duration).run(this::open);
    }

    private Client open() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return new Client(connection, connection.prepareStatement(OBJECT), connection.prepareStatement(ENTRY), count);
    }

    private record Client(Connection connection, PreparedStatement object, PreparedStatement entry, AtomicLong count)
            implements ClosedLoop.Client {

        @Override
        public boolean ask(String code) throws SQLException {
            long number = count.incrementAndGet();
            object.setInt(1, (int) number);
            object.setString(2, code);
            entry.setLong(1, number);
            entry.setString(2, code);
            boolean isDone = object.executeUpdate() == 1 && entry.executeUpdate() == 1;
            connection.commit();
            return isDone;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
