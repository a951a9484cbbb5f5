package org.diachi.bench.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.diachi.TestCity;
import org.diachi.bench.JavaChild;
import org.diachi.bench.LoadResult;
import org.diachi.bench.ResultFile;
import org.diachi.bench.load.JavaLoad;
import org.diachi.cli.Service;
import org.diachi.db.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole measurement, for a second each, on the small city. */
class LookupBenchTest {

    private final TestCity city = TestCity.get();
    private final URI service = URI.create("http://localhost:" + Service.port(city.service()));

    @Test
    void everyCodeIsFoundInEveryWay(@TempDir Path folder) throws Exception {
        StringWriter printed = new StringWriter();
        ResultFile results = new ResultFile(folder);
        LookupBench.Settings settings = new LookupBench.Settings(service, 1, 0, 2);
        try (Database database = Database.open(city.database())) {
            new LookupBench(settings, new JavaChild("org.diachi.cli.Main"), results, new PrintWriter(printed))
                    .run(database, List.of());
        }
        JsonNode line = JsonMapper.builder().build().readTree(Files.readString(results.file()));
        assertThat(line.at("/settings/registered").asLong()).isGreaterThanOrEqualTo(TestCity.HOUSES);
        assertThat(line.get("results").properties()).hasSize(3).allSatisfy(load -> {
            assertThat(load.getValue().get("requests").asLong()).isPositive();
            assertThat(load.getValue().get("errors").asLong()).isZero();
        });
        assertThat(printed.toString()).contains("requests/s", "JDBC statement");
    }

    @Test
    void theLoadOfOurOwnCountsWhatIsNotFound() {
        LoadResult result =
                new JavaLoad().run(service, List.of("/api/v1/addresses/0000-0000"), 1, Duration.ofMillis(200));
        assertThat(result.requests()).isPositive();
        assertThat(result.errors()).isEqualTo(result.requests());
    }
}
