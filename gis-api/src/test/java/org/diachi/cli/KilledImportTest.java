package org.diachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.sample.SampleData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose process is killed, as a loss of power would, comes out as one that was left in peace. */
class KilledImportTest {

    private static final Path CITY = Path.of("..", "data", "hue");
    private static final double SCALE = 0.06;
    /** Rows of one transaction; the process is killed after one and after two of them. */
    private static final long CHUNK = 5_000;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeTheSampleCity() throws IOException {
        SampleData.of(CITY).write(CityProfile.read(CITY), SCALE, 3, folder, share -> {});
    }

    @Test
    void theStateIsThatOfAnUndisturbedRun() throws Exception {
        try (TestDatabase calm = TestDatabase.create();
                TestDatabase disturbed = TestDatabase.create()) {
            importWhole(calm);

            int kills = 0;
            for (long reached = 1; reached <= 2 * CHUNK; reached += CHUNK) {
                kills += killBeyond(disturbed, reached) ? 1 : 0;
            }
            assertThat(kills).isEqualTo(2);
            importWhole(disturbed);

            assertThat(contents(disturbed)).isNotEmpty().isEqualTo(contents(calm));
            assertThat(entries(disturbed)).isEqualTo(entries(calm));
            assertThat(disturbed.jdbc().queryForList("SELECT state FROM registry.import_run ORDER BY id", String.class))
                    .containsExactly("failed", "failed", "done");
            assertThat(disturbed
                            .jdbc()
                            .queryForObject(
                                    "SELECT bool_and(rows_read = rows_added + rows_changed + rows_same"
                                            + " + rows_merged + rows_refused) FROM registry.import_run",
                                    Boolean.class))
                    .isTrue();
        }
    }

    private static String[] call() {
        return new String[] {
            "import",
            folder.resolve("buildings.gpkg").toString(),
            "--mapping",
            SampleData.of(CITY).mappings().resolve("buildings.yaml").toString(),
            "--city",
            CITY.toString()
        };
    }

    /** Both registers draw the same codes. */
    private static Map<String, String> environment(TestDatabase database) {
        Map<String, String> environment = new HashMap<>(database.address().toEnvironment());
        environment.put("DIACHI_CODE_KEY", "00112233445566778899aabbccddeeff");
        return environment;
    }

    private static void importWhole(TestDatabase database) {
        CommandProcess done = CommandProcess.run(List.of(), environment(database), call());
        assertThat(done.exitCode()).as(done.err()).isIn(ExitCode.DONE, ExitCode.DONE_WITH_REFUSED_ROWS);
    }

    /** Starts the import and kills it once its run has noted so many rows; says whether it was still at work. */
    private static boolean killBeyond(TestDatabase database, long rows) throws Exception {
        Process process = CommandProcess.start(
                List.of(),
                environment(database),
                ProcessBuilder.Redirect.DISCARD,
                ProcessBuilder.Redirect.DISCARD,
                call());
        while (process.isAlive() && rowsOfRunningImport(database) < rows) {
            Thread.sleep(5);
        }
        boolean wasAtWork = process.isAlive();
        process.destroyForcibly().waitFor();
        return wasAtWork;
    }

    private static long rowsOfRunningImport(TestDatabase database) {
        String sql = "SELECT to_regclass('registry.import_run') IS NOT NULL";
        if (!Boolean.TRUE.equals(database.jdbc().queryForObject(sql, Boolean.class))) {
            return 0;
        }
        return database.jdbc()
                .queryForObject(
                        "SELECT coalesce(max(rows_read), 0) FROM registry.import_run WHERE state = 'running'",
                        Long.class);
    }

    private static List<String> contents(TestDatabase database) {
        return database.jdbc().queryForList("""
                        SELECT concat_ws(' ', v.code, v.version, v.added, v.house_number, v.street, e.scheme, e.value,
                                         e.fingerprint, e.row_number, ST_AsText(v.shape))
                          FROM registry.address_version v JOIN registry.external_id e USING (code)
                         ORDER BY v.code, v.version, e.scheme, e.value
                        """, String.class);
    }

    private static List<String> entries(TestDatabase database) {
        return database.jdbc()
                .queryForList(
                        "SELECT concat_ws(' ', seq, act, kind, code, version) FROM registry.change ORDER BY seq",
                        String.class);
    }
}
