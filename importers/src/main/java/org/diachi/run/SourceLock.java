package org.diachi.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Lets one run at a time import a source. The lock ends with its connection, also when the program is killed. */
final class SourceLock {

    private final DataSource dataSource;

    SourceLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs a task while holding the lock of a source.
     *
     * @throws ImportRefusedException if another run holds it
     */
    <T> T with(String source, Supplier<T> task) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, "SELECT pg_try_advisory_lock(hashtext('diachi import'), hashtext(?))", source)) {
                throw new ImportRefusedException(
                        "Another import of the source " + source + " is running. Wait for its end, or stop it.");
            }
            try {
                return task.get();
            } finally {
                ask(connection, "SELECT pg_advisory_unlock(hashtext('diachi import'), hashtext(?))", source);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Locking the source " + source, e);
        }
    }

    private static boolean ask(Connection connection, String sql, String source) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
