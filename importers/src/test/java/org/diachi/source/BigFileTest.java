package org.diachi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than anyone wants in memory: rows come one by one and are not kept. */
class BigFileTest {

    private static final int ROWS = 400_000;

    @TempDir
    Path folder;

    @Test
    void csvIsNotKept() throws IOException {
        Path file = folder.resolve("big.csv");
        write(file, "id,name,x,y\n", i -> i + ",\"Số nhà " + i + ", đường Lê Lợi\"," + i + ".5,2\n", "");
        assertEveryRowIsLetGo(file);
    }

    @Test
    void geojsonIsNotKept() throws IOException {
        Path file = folder.resolve("big.geojson");
        write(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[null",
                i -> ",{\"type\":\"Feature\",\"id\":" + i + ",\"properties\":{\"name\":\"n" + i
                        + "\"},\"geometry\":{\"coordinates\":[" + i + ",2],\"type\":\"Point\"}}",
                "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:9214\"}}}");
        assertThat(assertEveryRowIsLetGo(file).crs()).isEqualTo(DeclaredCrs.ofEpsg(9214));
    }

    @Test
    void whatIsWrongNearTheEndIsFoundBeforeAnythingIsImported() throws IOException {
        Path file = folder.resolve("latin.csv");
        write(file, "id,name\n", i -> i + ",plain\n", "");
        long size = Files.size(file);
        Files.write(file, "9,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> SourceFile.check(file, ReadOptions.DETECT))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("byte " + (size + 6));
    }

    private SourceSchema assertEveryRowIsLetGo(Path file) {
        List<WeakReference<Row>> seen = new ArrayList<>();
        long rows = 0;
        try (Source source = SourceFile.open(file, ReadOptions.DETECT)) {
            for (Row row = source.next(); row != null; row = source.next()) {
                if (rows++ % 1000 == 0) {
                    seen.add(new WeakReference<>(row));
                }
            }
            System.gc();
            assertThat(rows).isBetween((long) ROWS, ROWS + 1L);
            assertThat(seen).filteredOn(row -> row.get() != null).hasSizeLessThan(5);
            return source.schema();
        }
    }

    private interface Line {
        String of(int number);
    }

    private static void write(Path file, String head, Line line, String tail) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(head);
            for (int i = 1; i <= ROWS; i++) {
                out.write(line.of(i));
            }
            out.write(tail);
        }
    }
}
