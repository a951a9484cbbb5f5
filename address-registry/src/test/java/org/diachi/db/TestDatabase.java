package org.diachi.db;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;

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
    private final Database owners;

    private TestDatabase(String name, DatabaseAddress address) {
        this.name = name;
        this.database = Database.open(address);
        this.owners = Database.open(address.asOwner());
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
        return new TestDatabase(name, cluster.address(name));
    }

    /** The pool, of the role of the service: what it may not do, tests of the service see. */
    public Database database() {
        return database;
    }

    /** For statements of a test itself, which may do everything. */
    public JdbcTemplate jdbc() {
        return owners.jdbc();
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
        owners.close();
        TestCluster.get().drop(name);
    }
}
