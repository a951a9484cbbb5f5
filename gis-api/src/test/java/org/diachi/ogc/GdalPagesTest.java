package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.diachi.Http;
import org.diachi.TestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GDAL walks through all pages, also while the register is written. */
class GdalPagesTest {

    private static final String LIVING = """
            SELECT code FROM registry.address_version
             WHERE status IN ('proposed', 'current') AND added <= ? AND (ended IS NULL OR ended > ?)
               AND valid_from <= current_date AND (valid_to IS NULL OR valid_to > current_date)
             ORDER BY code
            """;

    /** Houses that no other test has. */
    private static final int FIRST_NUMBER = 400_000;

    /** Every house makes the walk longer, and every state is compared with what was met. */
    private static final long PAUSE_MILLISECONDS = 20;

    private static int nextNumber = FIRST_NUMBER;

    @TempDir
    private Path folder;

    private final TestCity city = TestCity.get();

    private List<String> walk(String collection, String column, int pageSize) {
        String csv = Gdal.run(
                folder,
                "ogr2ogr",
                "-f",
                "CSV",
                "-select",
                column,
                "/vsistdout/",
                "OAPIF:" + Http.base() + "/ogc",
                "-oo",
                "PAGE_SIZE=" + pageSize,
                collection);
        return csv.lines().skip(1).map(line -> line.replace("\"", "")).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void everyFeatureIsMetOnce(int pageSize) {
        assertThat(walk("zones", "code", pageSize)).containsExactlyInAnyOrder("ODT", "ODT", "DKV");
        assertThat(walk("places", "code", Math.max(pageSize, 10)))
                .hasSize(Http.get("/ogc/collections/places/items?limit=10000")
                        .each("/features", "/id")
                        .size());
    }

    @Test
    void concurrentWritesNeitherHideNorRepeatAnything() throws Exception {
        ExecutorService writers = Executors.newSingleThreadExecutor();
        try {
            AtomicBoolean isOver = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(1);
            long before = city.registry().changes().head();
            Future<?> writing = writers.submit(() -> {
                while (!isOver.get()) {
                    city.registerLonely(nextNumber++);
                    begun.countDown();
                    Thread.sleep(PAUSE_MILLISECONDS);
                }
                return null;
            });
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            List<String> met = walk("addresses", "code", 5);
            isOver.set(true);
            writing.get(1, TimeUnit.MINUTES);
            long after = city.registry().changes().head();
            assertThat(after).isGreaterThan(before + 1);
            assertThat(met).doesNotHaveDuplicates();
            // What was met is one state of the register: that of the first page, whatever was written since.
            List<String> whole = met.stream().sorted().toList();
            assertThat(LongStream.rangeClosed(before, after)
                            .mapToObj(seq -> city.jdbc().queryForList(LIVING, String.class, seq, seq))
                            .anyMatch(whole::equals))
                    .isTrue();
        } finally {
            writers.shutdownNow();
        }
    }
}
