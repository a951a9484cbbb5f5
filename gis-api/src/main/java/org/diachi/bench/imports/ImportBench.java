package org.diachi.bench.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.diachi.bench.JavaChild;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.Program;
import org.diachi.bench.ResultFile;
import org.diachi.bench.ScratchDatabase;
import org.diachi.bench.Table;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.diachi.sample.SampleData;
import tools.jackson.databind.json.JsonMapper;

/** Measures imports, in turn with the baseline. */
public final class ImportBench {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Settings settings;
    private final JavaChild child;
    private final ResultFile results;
    private final PrintWriter out;

    /**
     * What is measured.
     *
     * @param scale of the sample city; 1 is about 300,000 buildings
     * @param seed of the sample city
     * @param heapMb the heap of the importing process, in MiB
     * @param repeat how often
     */
    public record Settings(double scale, long seed, int heapMb, int repeat) {

        public Settings {
            if (!(scale > 0) || heapMb < 64 || repeat < 1) {
                throw new IllegalArgumentException("The scale must be above 0, the heap at least 64 MiB, and there must"
                        + " be at least one round");
            }
        }
    }

    /** Both ways of one round. */
    private record Round(ImportRate diachi, ImportRate ogr2ogr) {}

    public ImportBench(Settings settings, JavaChild child, ResultFile results, PrintWriter out) {
        this.settings = settings;
        this.child = child;
        this.results = results;
        this.out = out;
    }

    /**
     * Measures, prints and keeps the results.
     *
     * @param server the address of any database of the server to measure on
     * @param profileFolder the city profile
     * @param progress told how much of the sample city is written
     */
    public void run(DatabaseAddress server, Path profileFolder, DoubleConsumer progress)
            throws IOException, SQLException {
        GdalCopy baseline = GdalCopy.get();
        BenchCity city = new BenchCity(results.folder().resolve("city"), settings.scale(), settings.seed());
        city.ensure(CityProfile.read(profileFolder), SampleData.of(profileFolder), progress);
        MachineFacts machine = facts(server, baseline);
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < settings.repeat(); round++) {
            rounds.add(round(server, profileFolder, city, baseline));
        }
        print(machine, rounds);
        results.append(
                "import",
                Map.of("scale", settings.scale(), "seed", settings.seed(), "heapMb", settings.heapMb()),
                machine,
                Map.of("rounds", rounds));
    }

    private static MachineFacts facts(DatabaseAddress server, GdalCopy baseline) {
        MachineFacts machine = MachineFacts.read().with("gdal", baseline.version());
        try (Database database = Database.open(server)) {
            return machine.withDatabase(database.jdbc());
        }
    }

    private Round round(DatabaseAddress server, Path profileFolder, BenchCity city, GdalCopy baseline)
            throws SQLException {
        try (ScratchDatabase scratch = ScratchDatabase.create(server)) {
            scratch.settle();
            ImportRate diachi = importInChild(scratch.address(), profileFolder, city);
            scratch.settle();
            return new Round(diachi, baseline.run(city, scratch));
        }
    }

    private ImportRate importInChild(DatabaseAddress address, Path profileFolder, BenchCity city) {
        List<String> command = child.command(
                // As ./diachi starts an import.
                List.of("-Xmx" + settings.heapMb() + "m", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "bench",
                        "import-once",
                        "--city",
                        profileFolder.toAbsolutePath().toString(),
                        city.folder().toAbsolutePath().toString()));
        String output = Program.run(command, address.toEnvironment());
        return JSON.readValue(output.substring(output.lastIndexOf('\n') + 1), ImportRate.class);
    }

    private void print(MachineFacts machine, List<Round> rounds) {
        machine.facts().forEach((name, value) -> out.printf("%-12s %s%n", name, value));
        out.printf("%-12s %s%n%n", "heap", settings.heapMb() + " MiB");
        Table table = new Table("round", "buildings", "import s", "objects/s", "ogr2ogr s", "rows/s", "share");
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            table.row(
                    String.valueOf(i + 1),
                    format("%,d", round.diachi().kept()),
                    format("%.2f", round.diachi().seconds()),
                    format("%,.0f", round.diachi().perSecond()),
                    format("%.2f", round.ogr2ogr().seconds()),
                    format("%,.0f", round.ogr2ogr().perSecond()),
                    format("%.2f", round.diachi().perSecond() / round.ogr2ogr().perSecond()));
        }
        out.print(table);
        out.println();
        out.println("import: check pass, geometry checks, codes, change log, indexes, statistics. ogr2ogr: COPY and a"
                + " spatial index. share: objects/s by rows/s.");
        out.println("Kept in " + results.file());
        out.flush();
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
