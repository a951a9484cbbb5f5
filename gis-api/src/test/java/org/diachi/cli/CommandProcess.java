package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.diachi.db.DatabaseAddress;

/**
 * A command that ended, in a process of its own as {@code ./diachi} starts it.
 *
 * @param exitCode of the process
 * @param out its output
 * @param err its messages
 */
public record CommandProcess(int exitCode, String out, String err) {

    private static final int PATIENCE_SECONDS = 120;

    /** Runs a command on a database to its end. */
    public static CommandProcess run(DatabaseAddress database, String... arguments) {
        return run(List.of(), database.toEnvironment(), arguments);
    }

    /**
     * Runs a command to its end.
     *
     * @param options of the virtual machine
     * @param environment variables beside those of the tests
     */
    public static CommandProcess run(List<String> options, Map<String, String> environment, String... arguments) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            Process process = start(
                    options,
                    environment,
                    ProcessBuilder.Redirect.to(out.toFile()),
                    ProcessBuilder.Redirect.to(err.toFile()),
                    arguments);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", List.of(arguments))
                    .isTrue();
            CommandProcess done = new CommandProcess(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return done;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a command and returns while it runs. */
    public static Process start(
            List<String> options,
            Map<String, String> environment,
            ProcessBuilder.Redirect out,
            ProcessBuilder.Redirect err,
            String... arguments)
            throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8",
                "-Dfile.encoding=" + StandardCharsets.UTF_8);
        command.command().addAll(options);
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), "org.diachi.cli.Main"));
        command.command().addAll(List.of(arguments));
        command.environment()
                .put("DIACHI_HOME", Path.of("target", "home").toAbsolutePath().toString());
        command.environment().putAll(environment);
        return command.redirectOutput(out).redirectError(err).start();
    }
}
