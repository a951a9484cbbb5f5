package org.diachi.db;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder of one installation, where everything lives that is not source: the private cluster, logs, extracted
 * program files. Several installations on one machine have several homes.
 *
 * @param folder an absolute path; it need not exist yet
 */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** {@code DIACHI_HOME}, or {@code var} in the working folder. */
    public static Home fromEnvironment(Map<String, String> environment) {
        String folder = environment.getOrDefault("DIACHI_HOME", "").strip();
        return new Home(Path.of(folder.isEmpty() ? "var" : folder));
    }

    /** The private PostGIS cluster of this home. */
    public PrivateCluster cluster() {
        return PrivateCluster.in(folder.resolve("postgres"));
    }
}
