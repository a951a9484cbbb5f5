package org.diachi.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A pool of connections to one registry's database. Names without a schema are looked up in {@code registry}, then in
 * {@code public}, where PostGIS is.
 */
public final class Database implements AutoCloseable {

    private static final String SCHEMA = "registry";
    private static final int CONNECTIONS = 16;
    private static final long CONNECT_MILLISECONDS = 10_000;

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    private Database(DatabaseAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /**
     * Opens the database of {@code DIACHI_DB_URL}, or else the private cluster of the home folder, which is made and
     * started if need be.
     *
     * @param environment the variables of the process, or what a test puts in their place
     * @throws DatabaseSetupException if the database cannot be reached or lacks something; the message says what
     */
    public static Database open(Map<String, String> environment) {
        return open(DatabaseAddress.fromEnvironment(environment)
                .orElseGet(() -> Home.fromEnvironment(environment).cluster().start()));
    }

    /**
     * Opens a database and makes sure of PostgreSQL, PostGIS and what else the registry needs of it.
     *
     * @throws DatabaseSetupException if the database cannot be reached or lacks something; the message says what
     */
    public static Database open(DatabaseAddress address) {
        DatabaseAddress owner = address.asOwner();
        if (owner.equals(address)) {
            return ensured(new Database(address, connect(address)));
        }
        ensured(new Database(owner, connect(owner))).close();
        return new Database(address, connect(address));
    }

    private static Database ensured(Database database) {
        try {
            DatabaseRequirements.ensure(database.jdbc);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HikariDataSource connect(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("diachi");
        config.setJdbcUrl(address.url());
        if (!address.user().isEmpty()) {
            config.setUsername(address.user());
        }
        if (!address.password().isEmpty()) {
            config.setPassword(address.password());
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLISECONDS);
        config.addDataSourceProperty("ApplicationName", "diachi");
        config.addDataSourceProperty("currentSchema", SCHEMA + ",public");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new DatabaseSetupException("No connection to " + address + ": " + e.getMessage(), e);
        }
    }

    /**
     * Brings the schema {@code registry} to the newest version; does nothing if it is there already.
     *
     * @param storageSrid the EPSG code of the CRS in which this registry keeps its geometries, known to the migrations
     *     as <code>${storage_srid}</code>; it must never change for one database
     * @throws DatabaseSetupException if a migration fails
     */
    public Database migrate(int storageSrid) {
        DatabaseAddress owner = address.asOwner();
        try {
            Flyway.configure()
                    .dataSource(owner.equals(address) ? pool : ownerSource(owner))
                    .locations("classpath:db/migration")
                    .defaultSchema(SCHEMA)
                    .createSchemas(true)
                    .placeholders(Map.of("storage_srid", String.valueOf(storageSrid), "service_role", serviceRole()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseSetupException("The schema of " + address + " cannot be migrated: " + e.getMessage(), e);
        }
        // PROJ keeps definitions per session, so sessions from before a change of spatial_ref_sys must go.
        pool.getHikariPoolMXBean().softEvictConnections();
        return this;
    }

    private static DataSource ownerSource(DatabaseAddress owner) {
        return new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    }

    private String serviceRole() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT current_user", String.class));
    }

    /** Where the database is. */
    public DatabaseAddress address() {
        return address;
    }

    /** The pool itself. */
    public DataSource dataSource() {
        return pool;
    }

    /** Runs statements, each in a transaction of its own unless one is open. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Runs several statements in one transaction. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Closes all connections; the server runs on. */
    @Override
    public void close() {
        pool.close();
    }
}
