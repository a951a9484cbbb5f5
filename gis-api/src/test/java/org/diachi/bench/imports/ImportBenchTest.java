package org.diachi.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

/** The whole measurement, on a city of a few hundred houses. */
class ImportBenchTest {

    private static final Path HUE = Path.of("..", "data", "hue");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @Test
    void bothWaysBringTheSameRowsAndLeaveNothingBehind(@TempDir Path folder) throws Exception {
        StringWriter printed = new StringWriter();
        ResultFile results = new ResultFile(folder);
        ImportBench.Settings settings = new ImportBench.Settings(0.001, 7, 512, 1);
        new ImportBench(settings, new JavaChild("org.diachi.cli.Main"), results, new PrintWriter(printed))
                .run(database.address(), HUE, share -> {});

        JsonNode line = JsonMapper.builder().build().readTree(Files.readString(results.file()));
        JsonNode round = line.at("/results/rounds/0");
        assertThat(round.at("/diachi/kept").asLong())
                .isPositive()
                .isEqualTo(round.at("/ogr2ogr/kept").asLong());
        assertThat(line.at("/machine/gdal").asString()).startsWith("GDAL");
        assertThat(printed.toString()).contains("objects/s", "postgis");
        assertThat(database.jdbc()
                        .queryForObject("SELECT count(*) FROM pg_database WHERE datname = 'diachi_bench'", Long.class))
                .isZero();
    }

    @Test
    void aRateIsOfWhatWasKept() {
        assertThat(new ImportRate(300, 200, 4).perSecond()).isEqualTo(50);
        assertThatIllegalArgumentException().isThrownBy(() -> new ImportRate(1, 2, 1));
    }
}
