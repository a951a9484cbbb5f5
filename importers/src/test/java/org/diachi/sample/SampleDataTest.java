package org.diachi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.registry.Registry;
import org.diachi.run.ImportOptions;
import org.diachi.run.ImportResult;
import org.diachi.run.RunListener;
import org.diachi.view.conflict.Conflict;
import org.diachi.view.conflict.ConflictQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sample city goes through the same importers as real data, and leaves nothing to complain of. */
class SampleDataTest {

    private static final Path HUE = Path.of("..", "data", "hue");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @TempDir
    private Path files;

    @Test
    void everyRowOfTheSampleCityIsAccepted() throws IOException {
        CityProfile profile = CityProfile.read(HUE);
        Registry registry = Registry.open(database.database(), profile, TestHome.environment());
        SampleData sample = SampleData.of(HUE);
        sample.write(profile, 0.01, 7, files, done -> {});

        List<ImportResult> results =
                sample.load(registry, files, new ImportOptions("sample", false), RunListener.NONE, () -> false);

        assertThat(results).hasSize(11).allSatisfy(result -> {
            assertThat(result.report().refused()).isZero();
            assertThat(result.report().issuesByRule()).isEmpty();
            assertThat(result.report().stored()).isEqualTo(result.file().rows());
        });
        assertThat(results.get(1).report().added()).isGreaterThan(2500);
        assertSeededConflictsAreFound(registry);
    }

    /** Twenty conflicts were seeded: these are found, and none is invented. */
    private void assertSeededConflictsAreFound(Registry registry) throws IOException {
        registry.views().runOnce();
        List<Conflict> found =
                registry.conflicts().list(new ConflictQuery(registry.profile().today(), null, null, null, 0), 1000);

        assertThat(found.stream()
                        .map(conflict -> conflict.rule() + "," + conflict.left().sourceId() + ","
                                + conflict.right().sourceId() + "," + Math.round(conflict.area()))
                        .sorted()
                        .toList())
                .isEqualTo(seeded())
                .hasSize(20);
        assertThat(found).allSatisfy(conflict -> assertThat(conflict.ward()).isNotNull());
        assertThat(registry.conflicts().verify()).isEmpty();
    }

    private List<String> seeded() throws IOException {
        return Files.readAllLines(files.resolve("seeded-conflicts.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells ->
                        cells[1] + "," + cells[2] + "," + cells[3] + "," + Math.round(Double.parseDouble(cells[4])))
                .sorted()
                .toList();
    }
}
