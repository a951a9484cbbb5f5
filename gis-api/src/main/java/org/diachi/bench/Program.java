package org.diachi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the operating system. */
public final class Program {

    private Program() {}

    /** The executable file of that name in the folders of {@code PATH}. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Runs a program to its end; what it says on the error stream goes to ours.
     *
     * @param variables of the environment, in addition to our own
     * @return what it printed
     * @throws BenchException if it does not end with 0
     */
    public static String run(List<String> command, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new BenchException(command.get(0) + " failed (exit code " + exitCode + ")");
            }
            return output.strip();
        } catch (IOException e) {
            throw new BenchException(command.get(0) + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted while " + command.get(0) + " was running", e);
        }
    }
}
