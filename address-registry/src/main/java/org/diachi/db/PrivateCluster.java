package org.diachi.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a folder of our own: made at the first start from the installed packages, reachable
 * on the loopback address only, with a generated password, run by an unprivileged user. All processes that ask for the
 * cluster of one folder get the same one.
 */
public final class PrivateCluster {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);

    private static final String OWNER = "diachi";
    private static final String SERVICE = "diachi_service";
    private static final String DATABASE = "diachi";
    private static final int FIRST_PORT = 15_432;
    private static final int LAST_PORT = 15_999;
    private static final int START_ATTEMPTS = 3;
    private static final String START_SECONDS = "120";

    private final ClusterFolder folder;
    private final ClusterSettings settings;

    private PrivateCluster(ClusterFolder folder, ClusterSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * The cluster of a folder; nothing is started yet.
     *
     * @throws DatabaseSetupException if the folder cannot be used
     */
    public static PrivateCluster in(Path folder) {
        return in(folder, ClusterSettings.DURABLE);
    }

    static PrivateCluster in(Path folder, ClusterSettings settings) {
        return new PrivateCluster(ClusterFolder.open(folder), settings);
    }

    /** Where its files are; another folder than the one asked for if the server's user may not enter that one. */
    public Path folder() {
        return folder.path();
    }

    /**
     * Makes the cluster if there is none, starts it if it does not run, and tells where its database is.
     *
     * @throws DatabaseSetupException if PostgreSQL is missing or does not start; the message says why
     */
    public DatabaseAddress start() {
        try (ClusterLock lock = ClusterLock.on(folder.lock())) {
            PostgresBinaries binaries = folder.dataVersion()
                    .map(version -> PostgresBinaries.ofVersion(version, folder.data()))
                    .orElseGet(this::initialise);
            int port =
                    ServerProcess.find(folder.data()).map(ServerProcess::port).orElseGet(() -> launch(binaries));
            ensureDatabase(port);
            return address(port, DATABASE);
        }
    }

    /** The address of the database, if the cluster is running. */
    public Optional<DatabaseAddress> findRunning() {
        return ServerProcess.find(folder.data()).map(server -> address(server.port(), DATABASE));
    }

    /**
     * Stops the server after its clients' running statements were ended; what was committed is kept.
     *
     * @return whether it was running
     */
    public boolean stop() {
        try (ClusterLock lock = ClusterLock.on(folder.lock())) {
            boolean running = ServerProcess.find(folder.data()).isPresent();
            if (running) {
                PostgresBinaries binaries =
                        PostgresBinaries.ofVersion(folder.dataVersion().orElseThrow(), folder.data());
                Commands.mustRun(controlling(binaries, "stop", "-m", "fast"));
            }
            return running;
        }
    }

    private PostgresBinaries initialise() {
        PostgresBinaries binaries = PostgresBinaries.find();
        LOG.info("Making a PostgreSQL {} cluster in {}", binaries.majorVersion(), folder.path());
        folder.password();
        Path unfinished = folder.path().resolve("data.new");
        if (Files.exists(unfinished)) {
            Commands.mustRun(List.of("rm", "-r", unfinished.toString()));
        }
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + OWNER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions"));
        command.add(settings == ClusterSettings.DURABLE ? "--data-checksums" : "--no-sync");
        Commands.mustRun(folder.user().command(command));
        folder.includeSettings(unfinished);
        ClusterFolder.move(unfinished, folder.data());
        return binaries;
    }

    private int launch(PostgresBinaries binaries) {
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            int port = folder.lastPort().filter(PrivateCluster::isFree).orElseGet(PrivateCluster::findFreePort);
            folder.prepareStart(port, settings);
            Commands.Result result = Commands.run(controlling(
                    binaries, "start", "-t", START_SECONDS, "-l", folder.log().toString()));
            if (result.succeeded()) {
                LOG.info("PostgreSQL runs on port {}, data in {}", port, folder.data());
                return port;
            }
            // Somebody else may have taken the port since it was found free.
            if (isFree(port)) {
                throw new DatabaseSetupException("PostgreSQL in " + folder.path()
                        + " does not start. The end of its log " + folder.log() + ":\n" + folder.logTail());
            }
        }
        throw new DatabaseSetupException("PostgreSQL in " + folder.path() + " found its port taken " + START_ATTEMPTS
                + " times by other programs on the ports " + FIRST_PORT + " to " + LAST_PORT + ".");
    }

    private List<String> controlling(PostgresBinaries binaries, String... action) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("pg_ctl").toString(), "-D", folder.data().toString(), "-w", "-s"));
        command.addAll(List.of(action));
        return folder.user().command(command);
    }

    private DatabaseAddress address(int port, String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database,
                SERVICE,
                folder.servicePassword(),
                new DatabaseAddress.Owner(OWNER, folder.password()));
    }

    private void ensureDatabase(int port) {
        DatabaseAddress maintenance = address(port, "postgres").asOwner();
        try (Connection connection =
                DriverManager.getConnection(maintenance.url(), maintenance.user(), maintenance.password())) {
            ensure(
                    connection,
                    "SELECT FROM pg_roles WHERE rolname = '" + SERVICE + "'",
                    // The password is Base64 for URLs: it has no quotes.
                    "CREATE ROLE " + SERVICE + " LOGIN PASSWORD '" + folder.servicePassword() + "'");
            ensure(
                    connection,
                    "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'",
                    "CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new DatabaseSetupException(
                    "The PostgreSQL server of " + folder.path() + " runs on port " + port + " but does not answer: "
                            + e.getMessage() + ". Its log is " + folder.log() + ".",
                    e);
        }
    }

    private static void ensure(Connection connection, String existing, String making) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(existing)) {
            if (!found.next()) {
                statement.execute(making);
            }
        }
    }

    private static int findFreePort() {
        return IntStream.rangeClosed(FIRST_PORT, LAST_PORT)
                .filter(PrivateCluster::isFree)
                .findFirst()
                .orElseThrow(() -> new DatabaseSetupException(
                        "No port between " + FIRST_PORT + " and " + LAST_PORT + " is free for PostgreSQL."));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
