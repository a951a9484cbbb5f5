package org.diachi.bench.quality;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.ResultFile;
import org.diachi.bench.ScratchDatabase;
import org.diachi.bench.Table;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.diachi.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Measures how well the search finds what people mean, prints it by family, and keeps it. */
public final class QualityBench {

    private final ResultFile results;
    private final PrintWriter out;
    private final @Nullable Path failures;

    /** @param failures takes a line for each case that went wrong, if told */
    public QualityBench(ResultFile results, PrintWriter out, @Nullable Path failures) {
        this.results = results;
        this.out = out;
        this.failures = failures;
    }

    /**
     * Runs the suite over the sample city in a database of its own.
     *
     * @param server on which the database is made
     * @param profileFolder of the city
     */
    public void runSuite(DatabaseAddress server, Path profileFolder) throws IOException, SQLException {
        CityProfile profile = CityProfile.read(profileFolder);
        Path home = results.folder().resolve("search-quality");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DIACHI_HOME", home.toString());
        try (ScratchDatabase scratch = ScratchDatabase.create(server);
                Registry registry = Registry.open(Database.open(scratch.address()), profile, environment)) {
            SampleSuite.load(registry, profileFolder);
            Path published = profileFolder.resolve("sample").resolve("search-cases.csv");
            List<Case> cases = Files.exists(published) ? CaseFile.read(published) : SampleSuite.cases(registry);
            report("sample city", QualityRun.run(registry, cases));
        }
    }

    /** Asks a register for cases that files tell. */
    public void runFiles(Registry registry, List<Path> files) throws IOException {
        for (Path file : files) {
            report(String.valueOf(file.getFileName()), QualityRun.run(registry, CaseFile.read(file)));
        }
    }

    /** Asks a register for its own addresses, in four ways of writing. */
    public void runOwn(Registry registry, int most) throws IOException {
        report(registry.profile().id(), QualityRun.run(registry, FourWays.cases(registry, most)));
    }

    private void report(String suite, Map<String, Score> scores) throws IOException {
        Table table = new Table(suite, "cases", "right", "grade A", "of these wrong");
        Map<String, Object> kept = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        scores.forEach((family, score) -> {
            table.row(
                    family,
                    String.valueOf(score.cases()),
                    "%.2f %%".formatted(score.percent()),
                    String.valueOf(score.sure()),
                    String.valueOf(score.wronglySure()));
            kept.put(
                    family,
                    Map.of(
                            "cases", score.cases(),
                            "percent", score.percent(),
                            "sure", score.sure(),
                            "wronglySure", score.wronglySure()));
            wrong.addAll(score.failures());
        });
        out.println(table);
        out.flush();
        if (failures != null) {
            Files.write(failures, wrong);
        }
        results.append("search quality", Map.of("suite", suite.toLowerCase(Locale.ROOT)), MachineFacts.read(), kept);
    }
}
