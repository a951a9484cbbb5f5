package org.diachi.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** One real cluster, put through what happens to clusters. */
class PrivateClusterTest {

    @TempDir
    static Path home;

    private PrivateCluster cluster;

    @BeforeEach
    void open() throws IOException {
        // The folder above a temporary folder lets nobody but its owner in, and PostgreSQL does not run as root.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        cluster = PrivateCluster.in(home.resolve("postgres"));
        cluster.start();
    }

    @AfterAll
    static void stop() {
        PrivateCluster.in(home.resolve("postgres")).stop();
    }

    @Test
    void keepsDataAcrossAStop() {
        jdbc().execute("CREATE TABLE kept AS SELECT 42 AS answer");

        assertThat(cluster.stop()).isTrue();
        assertThat(cluster.findRunning()).isEmpty();
        assertThat(cluster.stop()).isFalse();
        cluster.start();

        assertThat(jdbc().queryForObject("SELECT answer FROM kept", Integer.class))
                .isEqualTo(42);
    }

    @Test
    void isForItsOwnerAndThisMachineOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(cluster.folder().resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
        assertThat(jdbc().queryForList("SELECT DISTINCT auth_method FROM pg_hba_file_rules", String.class))
                .containsExactly("scram-sha-256");
    }

    @Test
    void givesTheServiceARoleThatOwnsNothing() throws IOException {
        DatabaseAddress address = cluster.findRunning().orElseThrow();
        assertThat(address.user()).isNotEqualTo(address.asOwner().user());
        assertThat(jdbc().queryForMap(
                                "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = ?",
                                address.user())
                        .values())
                .containsOnly(false);
        assertThat(Files.getPosixFilePermissions(cluster.folder().resolve("password.service")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void speaksUnicode() {
        assertThat(setting("server_encoding")).isEqualTo("UTF8");
        assertThat(jdbc().queryForObject("SELECT upper('đường huế')", String.class))
                .isEqualTo("ĐƯỜNG HUẾ");
    }

    @Test
    void isOneForAllWhoAskAtOnce() {
        cluster.stop();

        List<DatabaseAddress> addresses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> PrivateCluster.in(home.resolve("postgres")).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();

        assertThat(addresses).hasSize(1);
    }

    @Test
    void recoversFromACrash() {
        jdbc().execute("CREATE TABLE survived AS SELECT 1 AS one");
        long pid = ServerProcess.find(cluster.folder().resolve("data"))
                .orElseThrow()
                .pid();
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        cluster.start();

        assertThat(jdbc().queryForObject("SELECT one FROM survived", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void isNotMisledByAPidFileThatNamesAnotherProgram() throws IOException {
        Path pidFile = cluster.folder().resolve("data/postmaster.pid");
        List<String> lines = Files.readAllLines(pidFile);
        cluster.stop();
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        assertThat(cluster.findRunning()).isEmpty();
        cluster.start();
        assertThat(setting("server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws IOException {
        int port = ServerProcess.find(cluster.folder().resolve("data"))
                .orElseThrow()
                .port();
        cluster.stop();

        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(cluster.start().url()).doesNotContain(":" + other.getLocalPort() + "/");
        }
    }

    @Test
    void honoursTheOperatorsSettings() throws IOException {
        Path local = cluster.folder().resolve("data/local.conf");
        Files.writeString(local, "work_mem = '7MB'\n");
        cluster.stop();
        cluster.start();
        assertThat(setting("work_mem")).isEqualTo("7MB");

        Files.writeString(local, "no_such_setting = 1\n");
        cluster.stop();
        assertThatThrownBy(cluster::start)
                .isInstanceOf(DatabaseSetupException.class)
                .hasMessageContaining("no_such_setting");
        Files.delete(local);
    }

    @Test
    void neverRunsAsRoot() throws IOException {
        long pid = ServerProcess.find(cluster.folder().resolve("data"))
                .orElseThrow()
                .pid();

        assertThat(Files.getOwner(Path.of("/proc", String.valueOf(pid))).getName())
                .isNotEqualTo("root");
    }

    private String setting(String name) {
        return jdbc().queryForObject("SELECT current_setting(?)", String.class, name);
    }

    private JdbcTemplate jdbc() {
        return TestCluster.asOwner(cluster.findRunning().orElseThrow());
    }
}
