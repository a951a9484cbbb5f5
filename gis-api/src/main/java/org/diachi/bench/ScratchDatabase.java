package org.diachi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;

/** An empty database {@code diachi_bench} on a server, dropped when closed. One process has it at a time. */
public final class ScratchDatabase implements AutoCloseable {

    private static final String NAME = "diachi_bench";
    private static final String DROP = "DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)";

    private final Connection maintenance;
    private final DatabaseAddress address;

    private ScratchDatabase(Connection maintenance, DatabaseAddress address) {
        this.maintenance = maintenance;
        this.address = address;
    }

    /**
     * Makes the database, in place of one that a killed measurement has left.
     *
     * @param server the address of any database of the server, of a role that may make databases
     */
    public static ScratchDatabase create(DatabaseAddress server) throws SQLException {
        DatabaseAddress postgres = server.asOwner().withDatabase("postgres");
        Properties credentials = new Properties();
        if (!postgres.user().isEmpty()) {
            credentials.setProperty("user", postgres.user());
        }
        if (!postgres.password().isEmpty()) {
            credentials.setProperty("password", postgres.password());
        }
        Connection maintenance = DriverManager.getConnection(postgres.url(), credentials);
        ScratchDatabase scratch =
                new ScratchDatabase(maintenance, server.asOwner().withDatabase(NAME));
        try {
            scratch.lock();
            scratch.execute(DROP);
            scratch.execute("CREATE DATABASE " + NAME);
            return scratch;
        } catch (SQLException | RuntimeException e) {
            maintenance.close();
            throw e;
        }
    }

    private void lock() throws SQLException {
        try (Statement statement = maintenance.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(hashtext('diachi bench'))")) {
            answer.next();
            if (!answer.getBoolean(1)) {
                throw new BenchException("Another measurement is using the database " + NAME + " of this server.");
            }
        }
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Writes out what earlier work has left in memory, so that the next to be measured does not pay for it. */
    public void settle() throws SQLException {
        execute("CHECKPOINT");
    }

    /** How many rows a table of the database has. */
    public long count(String table) {
        try (Database database = Database.open(address)) {
            Long rows = database.jdbc().queryForObject("SELECT count(*) FROM " + table, Long.class);
            return Objects.requireNonNull(rows);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = maintenance.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (maintenance) {
            execute(DROP);
        }
    }
}
