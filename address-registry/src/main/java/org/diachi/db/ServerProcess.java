package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a cluster's {@code postmaster.pid} speaks of.
 *
 * @param pid its process number
 * @param port the TCP port it listens on
 */
record ServerProcess(long pid, int port) {

    private static final int LINE_OF_PORT = 3;

    /**
     * The living server of these data. After a crash the file stays behind; PostgreSQL sorts that out at the next start,
     * except when another program of the same user has got the number meanwhile. Such a file is deleted here.
     */
    static Optional<ServerProcess> find(Path data) {
        Path file = data.resolve("postmaster.pid");
        List<String> lines = ClusterFolder.findText(file).orElse("").lines().toList();
        if (lines.size() <= LINE_OF_PORT) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        if (ProcessHandle.of(pid).isEmpty()) {
            return Optional.empty();
        }
        if (!commandLine(pid).contains(data.toString())) {
            delete(file);
            return Optional.empty();
        }
        return Optional.of(
                new ServerProcess(pid, Integer.parseInt(lines.get(LINE_OF_PORT).strip())));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
