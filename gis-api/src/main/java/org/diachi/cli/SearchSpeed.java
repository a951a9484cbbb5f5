package org.diachi.cli;

import java.nio.file.Path;
import org.diachi.bench.ResultFile;
import org.diachi.bench.ScratchDatabase;
import org.diachi.bench.imports.BenchCity;
import org.diachi.bench.search.SearchBench;
import org.diachi.bench.search.SearchReport;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.diachi.registry.Registry;
import org.diachi.run.ImportOptions;
import org.diachi.sample.SampleData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code bench search} that are about speed, and what they start. */
final class SearchSpeed {

    private static final long SEED = 7;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description =
                    "Measure a sample city of that size, made for it in the database diachi_bench: 1 is about 300,000"
                            + " buildings, 10 about 3 million. Default: the register of this installation.")
    private @Nullable Double scale;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Keystrokes a second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Of the list that is matched. Default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long each load lasts. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many seconds each is tried before. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "Of look-up and reverse, at most 16. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--heap-mb",
            paramLabel = "N",
            defaultValue = "512",
            description = "The heap of the service, in MiB. Default: ${DEFAULT-VALUE}")
    private int heapMb;

    /** Measures. */
    void run(Installation installation, CommandSpec spec) throws Exception {
        ResultFile results = BenchCommand.results();
        SearchReport report = new SearchReport(spec.commandLine().getOut(), results);
        SearchBench bench = new SearchBench(settings(spec), BenchCommand.child(), results, report);
        Path folder = installation.folder();
        try (Installation.Server server = installation.server();
                ScratchDatabase scratch = ScratchDatabase.create(server.address())) {
            DatabaseAddress register = server.address();
            if (scale != null) {
                register = scratch.address();
                fill(register, folder, new BenchCity(results.folder().resolve("city"), scale, SEED));
                scratch.settle();
            }
            bench.run(register, scratch.address(), folder);
        }
    }

    private static void fill(DatabaseAddress empty, Path folder, BenchCity city) throws Exception {
        CityProfile profile = CityProfile.read(folder);
        SampleData sample = SampleData.of(folder);
        ConsoleListener console = new ConsoleListener();
        try (Registry registry = Registry.open(Database.open(empty), profile, System.getenv())) {
            console.begin("making the city", 100);
            city.ensure(profile, sample, done -> console.reach(Math.round(100 * done)));
            console.end();
            sample.load(registry, city.folder(), new ImportOptions("bench", false), console, () -> false);
        } finally {
            console.end();
        }
    }

    private SearchBench.Settings settings(CommandSpec spec) {
        try {
            return new SearchBench.Settings(rate, rows, seconds, warmUp, connections, heapMb);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
