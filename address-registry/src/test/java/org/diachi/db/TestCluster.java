package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.DigestUtils;

/**
 * The one private cluster on which the tests of all modules run, in the folder of the system property
 * {@code diachi.test.folder} or in {@code var/test} of the repository. It serves several processes at once; the last one
 * to end stops it. Between builds only the templates stay: migrated databases that tests get copies of.
 */
final class TestCluster {

    private static final TestCluster INSTANCE = new TestCluster();

    private final PrivateCluster cluster;
    private final FileChannel users;
    private final DatabaseAddress maintenance;
    private final JdbcTemplate jdbc;

    private TestCluster() {
        cluster = PrivateCluster.in(folder(), ClusterSettings.THROWAWAY);
        users = enter(usersFile());
        maintenance = cluster.start().withDatabase("postgres");
        jdbc = asOwner(maintenance);
        dropLeftovers();
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "test-cluster-stop"));
    }

    /** Statements of the role that owns all. */
    static JdbcTemplate asOwner(DatabaseAddress address) {
        DatabaseAddress owner = address.asOwner();
        return new JdbcTemplate(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
    }

    static TestCluster get() {
        return INSTANCE;
    }

    private static Path folder() {
        String chosen = System.getProperty("diachi.test.folder", "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder.resolve("var/test");
    }

    DatabaseAddress address(String database) {
        return maintenance.withDatabase(database);
    }

    /** Makes a database as a copy of the migrated template, and the template before it if the migrations are new. */
    void copyTemplate(int storageSrid, String database) {
        try (ClusterLock lock = ClusterLock.on(cluster.folder().resolve("template.lock"))) {
            String template = "template_" + storageSrid + "_" + migrationChecksum();
            if (listDatabases(template).isEmpty()) {
                listDatabases("template\\_" + storageSrid + "\\_%").forEach(this::drop);
                makeTemplate(storageSrid, template);
            }
            jdbc.execute("CREATE DATABASE " + database + " TEMPLATE " + template);
        }
    }

    private void makeTemplate(int storageSrid, String template) {
        String unfinished = template + "_new";
        drop(unfinished);
        jdbc.execute("CREATE DATABASE " + unfinished);
        try (Database database = Database.open(address(unfinished))) {
            database.migrate(storageSrid);
        }
        jdbc.execute("ALTER DATABASE " + unfinished + " RENAME TO " + template);
    }

    void drop(String database) {
        jdbc.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /** Databases of test processes that were killed. */
    private void dropLeftovers() {
        listDatabases("test\\_%").stream()
                .filter(name ->
                        ProcessHandle.of(Long.parseLong(name.split("_")[1])).isEmpty())
                .forEach(this::drop);
    }

    private List<String> listDatabases(String pattern) {
        return jdbc.queryForList("SELECT datname FROM pg_database WHERE datname LIKE ?", String.class, pattern);
    }

    private static String migrationChecksum() {
        StringBuilder content = new StringBuilder();
        try {
            for (Resource migration :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql")) {
                content.append(migration.getFilename())
                        .append(DigestUtils.md5DigestAsHex(migration.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DigestUtils.md5DigestAsHex(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
    }

    /** Every process that uses the cluster holds a shared lock, so the last one can tell that it is the last. */
    private static FileChannel enter(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.lock(0, Long.MAX_VALUE, true);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void leave() {
        listDatabases("test\\_" + ProcessHandle.current().pid() + "\\_%").forEach(this::drop);
        try {
            users.close();
            try (FileChannel channel = FileChannel.open(usersFile(), StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    cluster.stop();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path usersFile() {
        return cluster.folder().resolve("users");
    }
}
