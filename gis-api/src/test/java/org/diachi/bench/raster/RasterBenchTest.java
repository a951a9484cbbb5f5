package org.diachi.bench.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diachi.bench.ResultFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RasterBenchTest {

    @TempDir
    private Path folder;

    @Test
    void measuresOursBesideJavas() throws IOException {
        StringWriter out = new StringWriter();
        ResultFile results = new ResultFile(folder);
        new RasterBench(1, results, new PrintWriter(out)).run();
        assertThat(out.toString()).contains("fill and outline, Java2D", "PNG INDEXED", "PNG RGB, ImageIO", "cpu:");
        assertThat(Files.readAllLines(results.file())).hasSize(1);
    }
}
