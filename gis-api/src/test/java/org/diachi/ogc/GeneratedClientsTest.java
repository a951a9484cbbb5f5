package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.diachi.ClientProcess;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that openapi-generator makes of openapi.yaml are built, and go there and back: each finds the collections,
 * creates a tree, reads it, finds it by a filter in a box, deletes it, and is told that it is gone.
 */
class GeneratedClientsTest {

    private static final Path CLIENTS = Path.of("target", "generated-clients").toAbsolutePath();
    private static final Path PROGRAMS = Path.of("src", "test", "clients").toAbsolutePath();
    private static final Path TYPESCRIPT =
            Path.of("target", "typescript", "tsc.js").toAbsolutePath();
    private static final String CONTENT = "There and back";

    @TempDir
    Path folder;

    private final String base = EditedCity.get().base();
    private final String key = EditedCity.get().key(Role.EDITOR);

    @Test
    void java() throws IOException {
        String libraries = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", folder.toString(), "-cp", libraries));
        command.add(PROGRAMS.resolve("GeneratedJava.java").toString());
        try (Stream<Path> sources = Files.walk(CLIENTS.resolve("java/src/main/java"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        assertThat(compiled).isZero();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = folder + System.getProperty("path.separator") + libraries;
        assertThat(ClientProcess.run(folder, List.of(java, "-cp", classPath, "GeneratedJava", base, key)))
                .contains(CONTENT);
    }

    @Test
    void python() {
        String client = CLIENTS.resolve("python").toString();
        assertThat(ClientProcess.python(folder, "generated_python.py", client, base, key))
                .contains(CONTENT);
    }

    @Test
    void typescript() throws IOException {
        Path program = folder.resolve("generated_typescript.ts");
        Files.copy(PROGRAMS.resolve("generated_typescript.ts"), program);
        Files.createSymbolicLink(folder.resolve("client"), CLIENTS.resolve("typescript"));
        List<String> compile = List.of(
                "node",
                TYPESCRIPT.toString(),
                "--strict",
                "--skipLibCheck",
                "--preserveSymlinks",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom",
                "--module",
                "commonjs",
                "--outDir",
                "built",
                program.toString());
        ClientProcess.run(folder, compile);
        Path built = folder.resolve("built").resolve("generated_typescript.js");
        assertThat(ClientProcess.run(folder, List.of("node", built.toString(), base, key)))
                .contains(CONTENT);
    }
}
