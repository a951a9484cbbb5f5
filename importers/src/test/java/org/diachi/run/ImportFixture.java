package org.diachi.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.diachi.city.CityProfile;
import org.diachi.db.TestDatabase;
import org.diachi.db.TestHome;
import org.diachi.issue.ImportReport;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty register of a city of {@code data/}, and imports into it by the city's mappings. */
final class ImportFixture implements AfterAllCallback, AutoCloseable {

    private static final Path DATA = Path.of("..", "data");

    private final Path city;
    private final TestDatabase database;
    private final Registry registry;

    private ImportFixture(Path city) {
        this.city = city;
        CityProfile profile = CityProfile.read(city);
        this.database = TestDatabase.create(profile.storageCrs().epsg());
        this.registry = Registry.open(database.database(), profile, TestHome.environment());
    }

    static ImportFixture of(String city) {
        return new ImportFixture(DATA.resolve(city));
    }

    /** A file of the real data. */
    static Path real(String name) {
        return Path.of(Objects.requireNonNull(System.getenv("DIACHI_REAL_DATA"), "Set DIACHI_REAL_DATA"), name);
    }

    Registry registry() {
        return registry;
    }

    /** Imports a file by a mapping of the city. */
    ImportResult run(Path file, String mapping) {
        return run(file, Mapping.read(city.resolve("mappings").resolve(mapping + ".yaml")), false);
    }

    ImportResult run(Path file, Mapping mapping, boolean dryRun) {
        return run(file, mapping, dryRun, () -> false);
    }

    /** Imports until told to stop. */
    ImportResult run(Path file, Mapping mapping, BooleanSupplier isCancelled) {
        return run(file, mapping, false, isCancelled);
    }

    private ImportResult run(Path file, Mapping mapping, boolean dryRun, BooleanSupplier isCancelled) {
        Path folder = Objects.requireNonNull(file.getParent());
        ImportOptions options = new ImportOptions("test", dryRun);
        return new ImportJob(registry).run(file, mapping, folder, options, RunListener.NONE, isCancelled);
    }

    /** The counts of a report in one line, so that a test shows them at a glance. */
    static String counts(ImportResult result) {
        ImportReport report = result.report();
        return "read %d: added %d, changed %d, same %d, merged %d, refused %d"
                .formatted(
                        report.read(),
                        report.added(),
                        report.changed(),
                        report.same(),
                        report.merged(),
                        report.refused());
    }

    /** Rows with at least one issue of a rule in the last run. */
    long rowsWith(String rule) {
        return count(
                "SELECT count(DISTINCT row_number) FROM registry.import_issue WHERE rule = ?"
                        + " AND run = (SELECT max(id) FROM registry.import_run)",
                rule);
    }

    long count(String sql, Object... binds) {
        return Objects.requireNonNull(database.jdbc().queryForObject(sql, Long.class, binds));
    }

    List<Map<String, Object>> rows(String sql, Object... binds) {
        return database.jdbc().queryForList(sql, binds);
    }

    long changes() {
        return count("SELECT count(*) FROM registry.change");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        database.close();
    }
}
