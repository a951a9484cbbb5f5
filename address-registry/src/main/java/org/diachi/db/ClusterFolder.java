package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of one private cluster: the data, the password, the port, the log. */
final class ClusterFolder {

    private static final Path ELSEWHERE = Path.of("/var/lib/diachi");
    private static final int PASSWORD_BYTES = 24;
    private static final int LOG_TAIL_LINES = 15;
    private static final long LONGEST_LOG = 10_000_000;

    private final Path folder;
    private final ServerUser user;

    private ClusterFolder(Path folder, ServerUser user) {
        this.folder = folder;
        this.user = user;
    }

    /**
     * Opens, and makes if need be, the folder. If the server's user may not enter it (root's own home, say), the cluster
     * lives in a folder of its own below {@code /var/lib/diachi}, always the same for the same wanted folder.
     */
    static ClusterFolder open(Path wanted) {
        Path folder = wanted.toAbsolutePath().normalize();
        ServerUser user = ServerUser.forCluster(data(folder));
        if (user.differs()) {
            create(folder);
            if (!user.canEnter(folder)) {
                folder = ELSEWHERE.resolve(nameFor(folder));
                user = ServerUser.forCluster(data(folder));
            }
        }
        create(folder);
        user.own(folder);
        return new ClusterFolder(folder, user);
    }

    private static String nameFor(Path wanted) {
        String identity = UUID.nameUUIDFromBytes(wanted.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return wanted.getFileName() + "-" + identity.substring(0, 8);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseSetupException(
                    "The folder " + folder + " cannot be made: " + e.getMessage()
                            + ". Choose another one with DIACHI_HOME.",
                    e);
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    Path path() {
        return folder;
    }

    ServerUser user() {
        return user;
    }

    Path data() {
        return data(folder);
    }

    Path log() {
        return folder.resolve("log");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    /** Of the role that owns all. */
    Path passwordFile() {
        return folder.resolve("password");
    }

    private Path servicePasswordFile() {
        return folder.resolve("password.service");
    }

    /** The version of PostgreSQL that wrote the data; empty before there are any. */
    Optional<Integer> dataVersion() {
        return findText(data().resolve("PG_VERSION")).map(Integer::valueOf);
    }

    /** The port of the last start. */
    Optional<Integer> lastPort() {
        return findText(folder.resolve("port")).map(Integer::valueOf);
    }

    /** Remembers the port and writes the settings of the coming start. */
    void prepareStart(int port, ClusterSettings settings) {
        write(folder.resolve("port"), String.valueOf(port));
        Path ours = data().resolve("diachi.conf");
        write(ours, settings.toFile(port));
        user.own(ours);
        if (sizeOf(log()) > LONGEST_LOG) {
            move(log(), folder.resolve("log.old"));
        }
    }

    /** Lets a new cluster read our settings, and after them the operator's own. */
    void includeSettings(Path newData) {
        Path main = newData.resolve("postgresql.conf");
        String text = findText(main).orElse("");
        write(main, text + "\ninclude_if_exists = 'diachi.conf'\ninclude_if_exists = 'local.conf'\n");
    }

    /** The password of the role that owns all, made at the first call and readable for the server's user only. */
    String password() {
        return password(passwordFile());
    }

    /** The password of the role as which the service works, made and kept like the other. */
    String servicePassword() {
        return password(servicePasswordFile());
    }

    private String password(Path file) {
        return findText(file).orElseGet(() -> makePassword(file));
    }

    private String makePassword(Path file) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(file, password);
        user.own(file);
        return password;
    }

    /** The last lines of the server's log, to tell why it did not start. */
    String logTail() {
        List<String> lines = findText(log()).orElse("").lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    }

    static Optional<String> findText(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new DatabaseSetupException(
                    file + " cannot be read: the cluster belongs to another user. Call as that user or as root,"
                            + " or choose another folder with DIACHI_HOME.",
                    e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
