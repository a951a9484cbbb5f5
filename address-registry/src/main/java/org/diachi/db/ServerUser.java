package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user of the operating system as whom PostgreSQL runs. That is the caller, except for root: PostgreSQL refuses
 * root, so then it is whoever owns the cluster already, or {@code postgres}, or {@code nobody}.
 *
 * @param name the login name
 * @param group the number of its first group
 * @param differs whether it is another user than the caller
 */
record ServerUser(String name, String group, boolean differs) {

    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    /** The user for a cluster whose files are, or will be, in {@code data}. */
    static ServerUser forCluster(Path data) {
        if (!Commands.mustRun(List.of("id", "-u")).equals("0")) {
            return named(Commands.mustRun(List.of("id", "-u", "-n")), false);
        }
        if (Files.exists(data)) {
            return named(owner(data), true);
        }
        return UNPRIVILEGED.stream()
                .filter(user -> Commands.run(List.of("id", "-u", user)).succeeded())
                .findFirst()
                .map(user -> named(user, true))
                .orElseThrow(() -> new DatabaseSetupException(
                        "PostgreSQL does not run as root, and there is neither a user postgres nor nobody."));
    }

    private static ServerUser named(String name, boolean differs) {
        return new ServerUser(name, Commands.mustRun(List.of("id", "-g", name)), differs);
    }

    private static String owner(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command as this user would call it. */
    List<String> command(List<String> command) {
        if (!differs) {
            return command;
        }
        List<String> asUser =
                new ArrayList<>(List.of("setpriv", "--reuid=" + name, "--regid=" + group, "--clear-groups", "--"));
        asUser.addAll(command);
        return asUser;
    }

    /** Makes this user the owner of a folder or file. */
    void own(Path file) {
        if (differs) {
            Commands.mustRun(List.of("chown", name + ":" + group, file.toString()));
        }
    }

    /** Whether this user may enter the folder through all the folders above it. */
    boolean canEnter(Path folder) {
        return Commands.run(command(List.of("test", "-x", folder.toString()))).succeeded();
    }
}
