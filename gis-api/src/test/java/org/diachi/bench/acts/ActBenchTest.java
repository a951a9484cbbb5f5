package org.diachi.bench.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diachi.bench.JavaChild;
import org.diachi.bench.ResultFile;
import org.diachi.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole measurement, for two seconds each, on a few hundred houses. */
class ActBenchTest {

    private static final Path HUE = Path.of("..", "data", "hue");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void everyActIsDoneAndEveryEntryArrives(@TempDir Path folder) throws Exception {
        StringWriter printed = new StringWriter();
        ResultFile results = new ResultFile(folder);
        ActBench.Settings settings = new ActBench.Settings(300, 2, 20, 2, 2);
        new ActBench(settings, new JavaChild("org.diachi.cli.Main"), results, new PrintWriter(printed))
                .run(DATABASE.address(), HUE);
        JsonNode line = JsonMapper.builder().build().readTree(Files.readString(results.file()));
        assertThat(line.get("results").properties()).hasSize(5).allSatisfy(load -> {
            assertThat(load.getValue().get("requests").asLong())
                    .as(load.getKey())
                    .isPositive();
            assertThat(load.getValue().get("errors").asLong()).as(load.getKey()).isZero();
        });
        assertThat(printed.toString()).contains("acts/s", "plain inserts", "lag of events at 20/s");
        assertThat(DATABASE.jdbc()
                        .queryForObject("SELECT count(*) FROM pg_database WHERE datname = 'diachi_bench'", Long.class))
                .isZero();
    }
}
