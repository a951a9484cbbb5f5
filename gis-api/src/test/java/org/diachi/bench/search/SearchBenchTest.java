package org.diachi.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diachi.TestCity;
import org.diachi.bench.JavaChild;
import org.diachi.bench.ResultFile;
import org.diachi.bench.ScratchDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole measurement, for a second each, on the small city. */
class SearchBenchTest {

    private static final Path HUE = Path.of("..", "data", "hue");

    private final TestCity city = TestCity.get();

    @Test
    void everythingThatIsAskedIsAnswered(@TempDir Path folder) throws Exception {
        StringWriter printed = new StringWriter();
        ResultFile results = new ResultFile(folder);
        SearchBench.Settings settings = new SearchBench.Settings(20, 50, 1, 0, 2, 256);
        try (ScratchDatabase scratch = ScratchDatabase.create(city.database())) {
            SearchReport report = new SearchReport(new PrintWriter(printed), results);
            new SearchBench(settings, new JavaChild("org.diachi.cli.Main"), results, report)
                    .run(city.database(), scratch.address(), HUE);
        }
        JsonNode told = JsonMapper.builder()
                .build()
                .readTree(Files.readString(results.file()))
                .get("results");
        assertThat(told.get("objects").asLong()).isGreaterThanOrEqualTo(TestCity.HOUSES);
        assertThat(told.get("heap in use, MiB").asLong()).isBetween(1L, 256L);
        assertThat(told.properties().stream().filter(each -> each.getValue().isObject()))
                .hasSize(10)
                .allSatisfy(load -> {
                    assertThat(load.getValue().get("requests").asLong())
                            .as(load.getKey())
                            .isPositive();
                    assertThat(load.getValue().get("errors").asLong())
                            .as(load.getKey())
                            .isZero();
                });
        assertThat(printed.toString()).contains("autocomplete at 20/s", "pg_trgm", "index from nothing, s");
        assertThat(folder.resolve("search-speed")).doesNotExist();
    }
}
