package org.diachi.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
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
        try {
            Path folder = Files.createTempDirectory("diachi-wrk");
            Path list = Files.write(folder.resolve("paths.txt"), paths);
            Path script = folder.resolve("random-paths.lua");
            try (InputStream packed = Objects.requireNonNull(WrkLoad.class.getResourceAsStream("random-paths.lua"))) {
                Files.copy(packed, script);
            }
            try {
                String output = Program.run(
                        List.of(
                                program.toString(),
                                "--threads=1",
                                "--connections=" + connections,
                                "--duration=" + duration.toSeconds() + "s",
                                "--timeout=10s",
                                "--script=" + script,
                                service.toString()),
                        Map.of("DIACHI_BENCH_PATHS", list.toString()));
                return read(output);
            } finally {
                Files.delete(script);
                Files.delete(list);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
