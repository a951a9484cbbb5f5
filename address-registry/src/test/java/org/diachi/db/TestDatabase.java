package org.diachi.db;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated database of its own for one test class, on the real PostGIS that all tests of a build share.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = TestDatabase.create();
 * }</pre>
 *
 * Registered like this it is dropped after the class; without registration, when closed or when the tests' process ends.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    /** EPSG:9214, metres in Vietnam around 107° east. */
    private static final int DEFAULT_SRID = 9214;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Database database;

    private TestDatabase(String name, Database database) {
        this.name = name;
        this.database = database;
    }

    /** A new database whose geometries are stored in EPSG:9214. */
    public static TestDatabase create() {
        return create(DEFAULT_SRID);
    }

    /** A new database whose geometries are stored in the CRS with this EPSG code. */
    public static TestDatabase create(int storageSrid) {
        TestCluster cluster = TestCluster.get();
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        cluster.copyTemplate(storageSrid, name);
        return new TestDatabase(name, Database.open(cluster.address(name)));
    }

    /** The pool. */
    public Database database() {
        return database;
    }

    /** For statements of a test itself. */
    public JdbcTemplate jdbc() {
        return database.jdbc();
    }

    /** For several statements in one transaction. */
    public TransactionTemplate transactions() {
        return database.transactions();
    }

    /** Where it is, for those who open connections themselves. */
    public DatabaseAddress address() {
        return database.address();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        database.close();
        TestCluster.get().drop(name);
    }
}
