package org.diachi.bench.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diachi.bench.BenchException;
import org.diachi.bench.LoadResult;
import org.diachi.bench.Program;
import tools.jackson.databind.json.JsonMapper;

/**
 * Load of {@code wrk}, which takes little of the machine for itself. It runs on one thread, so that the rest of the
 * machine is the service's.
 *
 * @param program the executable
 */
record WrkLoad(Path program) implements LoadGenerator {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public LoadResult run(URI service, List<String> paths, int connections, Duration duration) {
        byte[] list = String.join("\n", paths).getBytes(StandardCharsets.UTF_8);
        return run("random-paths.lua", out -> out.write(list), connections, duration, service);
    }

    @Override
    public LoadResult send(URI service, List<Message> messages, int connections, Duration duration) {
        return run(
                "messages.lua",
                out -> {
                    for (Message message : messages) {
                        byte[] request = message.onTheWire(service);
                        out.write((request.length + "\n").getBytes(StandardCharsets.US_ASCII));
                        out.write(request);
                    }
                },
                connections,
                duration,
                service);
    }

    /** Writes what a script reads. */
    private interface Input {
        void write(OutputStream out) throws IOException;
    }

    private LoadResult run(String scriptName, Input input, int connections, Duration duration, URI service) {
        try {
            Path folder = Files.createTempDirectory("diachi-wrk");
            Path requests = folder.resolve("requests.txt");
            Path script = folder.resolve(scriptName);
            Path report = folder.resolve("report.lua");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(requests))) {
                    input.write(out);
                }
                unpack(script);
                unpack(report);
                String output = Program.run(
                        List.of(
                                program.toString(),
                                "--threads=1",
                                "--connections=" + connections,
                                "--duration=" + duration.toSeconds() + "s",
                                "--timeout=30s",
                                "--script=" + script,
                                service.toString()),
                        Map.of("DIACHI_BENCH_REQUESTS", requests.toString(), "DIACHI_BENCH_REPORT", report.toString()));
                return read(output);
            } finally {
                Files.deleteIfExists(report);
                Files.deleteIfExists(script);
                Files.deleteIfExists(requests);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path script) throws IOException {
        String name = String.valueOf(script.getFileName());
        try (InputStream packed = Objects.requireNonNull(WrkLoad.class.getResourceAsStream(name))) {
            Files.copy(packed, script);
        }
    }

    /** The result in what {@code wrk} and our script have printed. */
    static LoadResult read(String output) {
        String line = output.lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new BenchException("wrk has told no result: " + output));
        return JSON.readValue(line, LoadResult.class);
    }
}
