package org.diachi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is a client of the service, run to its end. */
public final class ClientProcess {

    private static final Path SCRIPTS = Path.of("src/test/clients");

    /** The Python of the system, for which the libraries of the clients are installed; others may be before it. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final int PATIENCE_SECONDS = 120;

    private ClientProcess() {}

    /**
     * Runs a program.
     *
     * @param folder where it works
     * @return what it has written
     */
    public static String run(Path folder, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("QT_QPA_PLATFORM", "offscreen");
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            // Neither settings nor caches of the user.
            builder.environment().put("HOME", folder.toString());
            Process process = builder.start();
            boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(hasEnded).as("%s ends: %s", command, text).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
            return text;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs a script of {@code src/test/clients}. */
    public static String python(Path folder, String script, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(PYTHON, SCRIPTS.resolve(script).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return run(folder, command);
    }
}
