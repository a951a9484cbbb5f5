package org.diachi.bench.features;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.bench.BenchException;
import org.diachi.bench.JavaChild;
import org.diachi.bench.LoadResult;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.MeasuredService;
import org.diachi.bench.ResultFile;
import org.diachi.bench.ScratchDatabase;
import org.diachi.bench.Table;
import org.diachi.bench.load.LoadGenerator;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;
import org.diachi.registry.Registry;

/** Measures pages by boxes and downloads of the register, and pages of a collection of millions. */
public final class FeatureBench {

    private static final String COUNT = "SELECT count(*) FROM registry.address_version"
            + " WHERE ended IS NULL AND valid_to IS NULL AND kind = 'building' AND status = 'current'";

    private final Settings settings;
    private final JavaChild child;
    private final ResultFile results;
    private final PrintWriter out;

    /**
     * What is measured.
     *
     * @param seconds how long each load lasts
     * @param warmUpSeconds how long each is tried before
     * @param connections at a time
     * @param features how many the large collection has; 0 for none
     * @param beside addresses of pages of other servers by their names, with {bbox} and {limit} in them
     */
    public record Settings(int seconds, int warmUpSeconds, int connections, int features, Map<String, String> beside) {

        public Settings {
            if (seconds < 1 || warmUpSeconds < 0 || connections < 1 || features < 0) {
                throw new IllegalArgumentException("There must be 1 second and 1 connection or more");
            }
            beside = Map.copyOf(beside);
            if (!beside.values().stream().allMatch(address -> address.matches("https?://[^/]+/.*"))) {
                throw new IllegalArgumentException("Tell other servers by whole addresses of pages: http://host/path");
            }
        }
    }

    /** A load that lasts as long as it is told to. */
    private interface Load {
        LoadResult run(Duration duration);
    }

    public FeatureBench(Settings settings, JavaChild child, ResultFile results, PrintWriter out) {
        this.settings = settings;
        this.child = child;
        this.results = results;
        this.out = out;
    }

    /**
     * Measures, prints and keeps the results.
     *
     * @param database of the register
     * @param profile of the city, for a register of its own
     * @param arguments of the services that are started
     */
    public void run(Database database, CityProfile profile, List<String> arguments)
            throws IOException, InterruptedException, SQLException {
        LoadGenerator generator = LoadGenerator.best();
        MachineFacts machine =
                MachineFacts.read().withDatabase(database.jdbc()).with("load generator", generator.name());
        machine.facts().forEach((name, value) -> out.printf("%-14s %s%n", name, value));
        out.println();
        Map<String, Object> all = new LinkedHashMap<>();
        HeapLog heap = new HeapLog(results.folder().resolve("heap.log"));
        try (MeasuredService service = start(database.address(), heap.options(), arguments)) {
            Map<String, LoadResult> pages = pages(service.address(), generator, database);
            Map<String, Downloads.Result> downloads = new Downloads(service.address(), heap, buildings(database)).run();
            print(pages);
            printDownloads(downloads);
            all.putAll(pages);
            all.putAll(downloads);
        }
        if (settings.features() > 0) {
            Map<String, Double> times = large(database.address(), profile, arguments);
            out.printf(Locale.ROOT, "%ncollection of %,d features%n", settings.features());
            times.forEach((name, value) -> out.printf(Locale.ROOT, "%-32s %,10.1f%n", name, value));
            all.put("large collection", times);
        }
        results.append("features", told(), machine, all);
        out.println("Kept in " + results.file());
        out.flush();
    }

    private Map<String, Object> told() {
        return Map.of(
                "seconds", settings.seconds(),
                "warmUpSeconds", settings.warmUpSeconds(),
                "connections", settings.connections(),
                "features", settings.features(),
                "beside", settings.beside());
    }

    private MeasuredService start(DatabaseAddress database, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path log = results.folder().resolve("service.log");
        return MeasuredService.start(new MeasuredService.Launch(child, options, Map.of()), database, arguments, log);
    }

    private static long buildings(Database database) {
        Long count = database.jdbc().queryForObject(COUNT, Long.class);
        if (count == null || count == 0) {
            throw new BenchException("The register has no buildings. Fill it with: ./diachi sample --scale 1");
        }
        return count;
    }

    private Map<String, LoadResult> pages(URI service, LoadGenerator generator, Database database) {
        Map<String, LoadResult> all = new LinkedHashMap<>();
        for (PageCase pages : PageCase.all()) {
            List<String> boxes = pages.boxes(database.jdbc());
            PlainPages plain = new PlainPages(database.dataSource(), pages);
            List<String> paths = boxes.stream().map(pages::path).toList();
            all.put(pages.name(), warm(time -> generator.run(service, paths, settings.connections(), time)));
            all.put(pages.name() + " by SQL", warm(time -> plain.run(boxes, settings.connections(), time)));
            settings.beside().forEach((name, address) -> {
                // Braces stand in no address.
                int slash = address.indexOf('/', address.indexOf("//") + 2);
                URI server = URI.create(address.substring(0, slash));
                String template = address.substring(slash);
                List<String> theirs =
                        boxes.stream().map(box -> pages.path(template, box)).toList();
                all.put(
                        pages.name() + " by " + name,
                        warm(time -> generator.run(server, theirs, settings.connections(), time)));
            });
        }
        return all;
    }

    private LoadResult warm(Load load) {
        if (settings.warmUpSeconds() > 0) {
            load.run(Duration.ofSeconds(settings.warmUpSeconds()));
        }
        return load.run(Duration.ofSeconds(settings.seconds()));
    }

    private Map<String, Double> large(DatabaseAddress server, CityProfile profile, List<String> arguments)
            throws IOException, InterruptedException, SQLException {
        try (ScratchDatabase scratch = ScratchDatabase.create(server)) {
            try (Registry registry = Registry.open(Database.open(scratch.address()), profile, System.getenv())) {
                LargeCollection.fill(registry, settings.features());
            }
            scratch.settle();
            try (MeasuredService service = start(scratch.address(), List.of(), arguments)) {
                return new LargeCollection(service.address(), settings.features()).run();
            }
        }
    }

    private void print(Map<String, LoadResult> loads) {
        out.print(Table.ofLoads("requests", loads));
        out.println();
        out.flush();
    }

    private void printDownloads(Map<String, Downloads.Result> downloads) {
        Table table = new Table("all buildings", "features/s", "seconds", "MB", "features", "heap MB");
        downloads.forEach((name, result) -> table.row(
                name,
                format("%,.0f", result.perSecond()),
                format("%.2f", result.seconds()),
                format("%.1f", result.bytes() / 1e6),
                format("%,d", result.features()),
                "+" + result.heapMb()));
        out.print(table);
        out.flush();
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
