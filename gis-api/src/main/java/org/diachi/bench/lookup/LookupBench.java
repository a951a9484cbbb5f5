package org.diachi.bench.lookup;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.bench.JavaChild;
import org.diachi.bench.LoadResult;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.MeasuredService;
import org.diachi.bench.ResultFile;
import org.diachi.bench.Table;
import org.diachi.bench.load.LoadGenerator;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/** Measures look-ups of codes, beside their baselines. */
public final class LookupBench {

    private static final int CODES = 10_000;

    private final Settings settings;
    private final JavaChild child;
    private final ResultFile results;
    private final PrintWriter out;

    /**
     * What is measured.
     *
     * @param service the address of a running service; null for one that is started for the measurement
     * @param seconds how long each load lasts
     * @param warmUpSeconds how long each is tried before, so that the virtual machine has compiled what it needs
     * @param connections at a time; at most 16, as many as the register has to its database
     */
    public record Settings(@Nullable URI service, int seconds, int warmUpSeconds, int connections) {

        private static final int MOST_CONNECTIONS = 16;

        public Settings {
            if (seconds < 1 || warmUpSeconds < 0 || connections < 1 || connections > MOST_CONNECTIONS) {
                throw new IllegalArgumentException(
                        "There must be 1 second or more and 1 to " + MOST_CONNECTIONS + " connections");
            }
        }
    }

    /** A load that lasts as long as it is told to. */
    private interface Load {
        LoadResult run(Duration duration);
    }

    public LookupBench(Settings settings, JavaChild child, ResultFile results, PrintWriter out) {
        this.settings = settings;
        this.child = child;
        this.results = results;
        this.out = out;
    }

    /**
     * Measures, prints and keeps the results.
     *
     * @param database of the register that the service serves
     * @param serviceArguments of a service that is started for the measurement
     */
    public void run(Database database, List<String> serviceArguments) throws IOException, InterruptedException {
        LoadGenerator generator = LoadGenerator.best();
        MachineFacts machine =
                MachineFacts.read().withDatabase(database.jdbc()).with("load generator", generator.name());
        try (MeasuredService service = service(database.address(), serviceArguments)) {
            CodeSample sample = CodeSample.of(service.address(), CODES);
            Map<String, LoadResult> all = measure(service.address(), sample.codes(), generator, database);
            print(machine, sample, all);
            Map<String, Object> used = new LinkedHashMap<>();
            used.put("registered", sample.registered());
            used.put("codes", sample.codes().size());
            used.put("seconds", settings.seconds());
            used.put("warmUpSeconds", settings.warmUpSeconds());
            used.put("connections", settings.connections());
            results.append("lookup", used, machine, all);
        }
    }

    private MeasuredService service(DatabaseAddress database, List<String> arguments)
            throws IOException, InterruptedException {
        URI running = settings.service();
        return running == null
                ? MeasuredService.start(
                        child, database, arguments, results.folder().resolve("service.log"))
                : MeasuredService.at(running);
    }

    private Map<String, LoadResult> measure(URI service, List<String> codes, LoadGenerator generator, Database direct) {
        List<String> paths =
                codes.stream().map(code -> "/api/v1/addresses/" + code).toList();
        int connections = settings.connections();
        Map<String, LoadResult> all = new LinkedHashMap<>();
        all.put("addresses/{code}", warm(duration -> generator.run(service, paths, connections, duration)));
        all.put(
                "health",
                warm(duration -> generator.run(service, List.of(MeasuredService.HEALTH), connections, duration)));
        DirectLookup statement = new DirectLookup(direct.dataSource());
        all.put("JDBC statement", warm(duration -> statement.run(codes, connections, duration)));
        return all;
    }

    private LoadResult warm(Load load) {
        if (settings.warmUpSeconds() > 0) {
            load.run(Duration.ofSeconds(settings.warmUpSeconds()));
        }
        return load.run(Duration.ofSeconds(settings.seconds()));
    }

    private void print(MachineFacts machine, CodeSample sample, Map<String, LoadResult> all) {
        machine.facts().forEach((name, value) -> out.printf("%-14s %s%n", name, value));
        out.printf("%-14s %,d of %,d objects%n", "codes", sample.codes().size(), sample.registered());
        out.printf("%-14s %d%n%n", "connections", settings.connections());
        out.print(Table.ofLoads("requests", all));
        out.println();
        out.println(
                "addresses/{code}: random codes over HTTP. health: HTTP and one tiny query. JDBC statement: the same"
                        + " codes by a prepared statement, without HTTP.");
        out.println("Kept in " + results.file());
        out.flush();
    }
}
