package org.diachi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.diachi.db.Home;
import org.diachi.db.PrivateCluster;
import org.diachi.registry.Registry;
import picocli.CommandLine.Option;

/** Which city and which database a command works on. Mixed into every command that needs the register. */
final class Installation {

    private static final String USUAL_CITY = "hue";

    @Option(
            names = "--city",
            paramLabel = "CITY",
            description =
                    "The city: the name of a folder in data/, or the path of a city profile. Default: DIACHI_CITY,"
                            + " or else hue.")
    private String city = System.getenv().getOrDefault("DIACHI_CITY", USUAL_CITY);

    private final Map<String, String> environment = System.getenv();

    /** The profile of the city. */
    CityProfile profile() {
        return CityProfile.read(folder());
    }

    /** The folder of the profile: a path, or beside the home, or where the command was called. */
    Path folder() {
        Path home = Home.fromEnvironment(environment).folder();
        return Stream.of(Path.of(city), home.resolveSibling("data").resolve(city), Path.of("data", city))
                .filter(folder -> Files.exists(folder.resolve("city.yaml")))
                .findFirst()
                .orElse(home.resolveSibling("data").resolve(city));
    }

    /** Opens the register, with its private cluster if it has one. */
    Registry open() {
        CityProfile profile = profile();
        Database database = Database.open(environment);
        try {
            return Registry.open(database, profile, environment);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The server of the register's database. A private cluster that was started for the asker ends with the asking. */
    Server server() {
        Optional<DatabaseAddress> told = DatabaseAddress.fromEnvironment(environment);
        if (told.isPresent()) {
            return new Server(told.get(), () -> {});
        }
        PrivateCluster cluster = Home.fromEnvironment(environment).cluster();
        boolean wasRunning = cluster.findRunning().isPresent();
        return new Server(cluster.start(), wasRunning ? () -> {} : cluster::stop);
    }

    /**
     * A server in use.
     *
     * @param address of the register's database on it
     * @param end what is to be done when it is no longer needed
     */
    record Server(DatabaseAddress address, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }

    /**
     * Stops the private cluster, if the register has one.
     *
     * @return whether it was running
     */
    boolean stopCluster() {
        return DatabaseAddress.fromEnvironment(environment).isEmpty()
                && Home.fromEnvironment(environment).cluster().stop();
    }
}
