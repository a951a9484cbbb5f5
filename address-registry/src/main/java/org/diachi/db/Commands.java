package org.diachi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs programs of the operating system and waits for them. */
final class Commands {

    /** What a program answered: its exit code and all it printed. */
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private Commands() {}

    /**
     * Runs a program to its end. Its output goes through a file, not a pipe: a server started by the program would keep
     * a pipe open for ever.
     */
    static Result run(List<String> command) {
        try {
            Path output = Files.createTempFile("diachi-", ".out");
            try {
                int exitCode = start(command, output).waitFor();
                return new Result(exitCode, Files.readString(output).strip());
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.get(0) + " was running", e);
        }
    }

    /** Runs a program that must succeed and returns what it printed. */
    static String mustRun(List<String> command) {
        Result result = run(command);
        if (!result.succeeded()) {
            throw new DatabaseSetupException(
                    String.join(" ", command) + " failed (exit code " + result.exitCode + "): " + result.output);
        }
        return result.output;
    }

    private static Process start(List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // PGDATA, PGPORT and their like belong to the operator's own servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_MESSAGES", "C");
        return builder.start();
    }
}
