package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of one PostgreSQL version.
 *
 * @param folder where {@code initdb}, {@code pg_ctl} and {@code postgres} are
 * @param majorVersion such as 15
 */
record PostgresBinaries(Path folder, int majorVersion) {

    /** The oldest version with everything the registry uses. */
    static final int OLDEST_VERSION = 15;

    private static final Path DEBIAN_VERSIONS = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

    /**
     * The newest installed version that is new enough, one with PostGIS before one without.
     *
     * @throws DatabaseSetupException if there is none; the message names the packages
     */
    static PostgresBinaries find() {
        return listInstalled().stream()
                .filter(binaries -> binaries.majorVersion >= OLDEST_VERSION)
                .max(Comparator.comparing(PostgresBinaries::hasPostgis).thenComparing(PostgresBinaries::majorVersion))
                .orElseThrow(() -> new DatabaseSetupException("PostgreSQL " + OLDEST_VERSION
                        + " or later with PostGIS is needed, but was not found in " + DEBIAN_VERSIONS
                        + " or on the PATH. Install it with: apt-get install postgresql postgresql-postgis"));
    }

    /**
     * The installed programs for data files of the given version.
     *
     * @throws DatabaseSetupException if that version is not installed
     */
    static PostgresBinaries ofVersion(int majorVersion, Path data) {
        return listInstalled().stream()
                .filter(binaries -> binaries.majorVersion == majorVersion)
                .findFirst()
                .orElseThrow(() -> new DatabaseSetupException("The data in " + data + " were written by PostgreSQL "
                        + majorVersion + ", which is not installed. Install it with: apt-get install postgresql-"
                        + majorVersion + " postgresql-" + majorVersion
                        + "-postgis-3, or bring the data to a newer version with pg_upgrade."));
    }

    Path program(String name) {
        return folder.resolve(name);
    }

    private boolean hasPostgis() {
        return Files.exists(
                Path.of("/usr/share/postgresql", String.valueOf(majorVersion), "extension", "postgis.control"));
    }

    private static List<PostgresBinaries> listInstalled() {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN_VERSIONS)) {
            try (Stream<Path> versions = Files.list(DEBIAN_VERSIONS)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of)
                .forEach(folders::add);
        return folders.stream()
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("pg_ctl")))
                .flatMap(PostgresBinaries::inFolder)
                .toList();
    }

    private static Stream<PostgresBinaries> inFolder(Path folder) {
        Commands.Result answer = Commands.run(List.of(folder.resolve("initdb").toString(), "--version"));
        Matcher version = VERSION.matcher(answer.output());
        return version.find()
                ? Stream.of(new PostgresBinaries(folder, Integer.parseInt(version.group(1))))
                : Stream.empty();
    }
}
