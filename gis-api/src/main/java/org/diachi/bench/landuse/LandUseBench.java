package org.diachi.bench.landuse;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.bench.BenchException;
import org.diachi.bench.ClosedLoop;
import org.diachi.bench.JavaChild;
import org.diachi.bench.LoadResult;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.MeasuredService;
import org.diachi.bench.ResultFile;
import org.diachi.bench.Table;
import org.diachi.bench.load.OpenLoop;
import org.diachi.bench.load.PlainHttp;
import org.diachi.db.Database;
import org.jspecify.annotations.Nullable;

/** Measures statements of buildings as JSON and PDF and the comparison of two plans, beside plain SQL. */
public final class LandUseBench {

    private static final int CODES = 2000;
    private static final int PDF_RATE = 2;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final Settings settings;
    private final JavaChild child;
    private final ResultFile results;
    private final PrintWriter out;

    /**
     * What is measured.
     *
     * @param service the address of a running service; null for one that is started for the measurement
     * @param rate statements a second
     * @param seconds how long each load lasts
     * @param warmUpSeconds how long each is tried before
     * @param from the plan on the one side of the comparison
     * @param to the plan on the other side
     */
    public record Settings(@Nullable URI service, int rate, int seconds, int warmUpSeconds, String from, String to) {

        public Settings {
            if (rate < 1 || seconds < 1 || warmUpSeconds < 0) {
                throw new IllegalArgumentException("There must be 1 second and 1 request a second or more");
            }
        }
    }

    public LandUseBench(Settings settings, JavaChild child, ResultFile results, PrintWriter out) {
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
        MachineFacts machine = MachineFacts.read().withDatabase(database.jdbc());
        PlainSql plain = new PlainSql(database.dataSource());
        List<String> codes = plain.codes(CODES);
        if (codes.isEmpty()) {
            throw new BenchException("No building of the register is drawn. Fill it with: ./diachi sample --scale 1");
        }
        URI running = settings.service();
        try (MeasuredService service = running == null
                ? MeasuredService.start(
                        child,
                        database.address(),
                        serviceArguments,
                        results.folder().resolve("service.log"))
                : MeasuredService.at(running)) {
            Map<String, LoadResult> loads = loads(service.address(), codes, plain);
            Map<String, Double> comparison = compare(service.address(), plain);
            print(machine, codes.size(), loads, comparison);
            Map<String, Object> all = new LinkedHashMap<>(loads);
            all.put("comparison", comparison);
            results.append("land-use", settings(codes.size()), machine, all);
        }
    }

    private Map<String, Object> settings(int codes) {
        return Map.of(
                "codes", codes,
                "rate", settings.rate(),
                "seconds", settings.seconds(),
                "warmUpSeconds", settings.warmUpSeconds(),
                "from", settings.from(),
                "to", settings.to());
    }

    private Map<String, LoadResult> loads(URI service, List<String> codes, PlainSql plain) {
        PlainHttp http = new PlainHttp(service);
        List<String> json =
                codes.stream().map(code -> "/api/v1/land-use?address=" + code).toList();
        List<String> pdf = json.stream().map(path -> path + "&f=pdf").toList();
        Map<String, LoadResult> all = new LinkedHashMap<>();
        all.put("statement JSON", open(json, settings.rate(), http));
        all.put("statement PDF", open(pdf, PDF_RATE, http));
        all.put("areas by SQL", closed(codes, plain));
        return all;
    }

    private LoadResult open(List<String> paths, int rate, PlainHttp http) {
        if (settings.warmUpSeconds() > 0) {
            new OpenLoop(paths, rate, settings.warmUpSeconds()).run(http);
        }
        return new OpenLoop(paths, rate, settings.seconds()).run(http);
    }

    private LoadResult closed(List<String> codes, PlainSql plain) {
        return new ClosedLoop(codes, 1, Duration.ofSeconds(settings.seconds())).run(plain::open);
    }

    private Map<String, Double> compare(URI service, PlainSql plain) throws IOException, InterruptedException {
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("zones of the one plan", (double) plain.zones(settings.from()));
        found.put("zones of the other", (double) plain.zones(settings.to()));
        found.put("seconds over HTTP", comparisonSeconds(service));
        found.put("seconds by SQL, without wards and pieces", plain.matrixSeconds(settings.from(), settings.to()));
        return found;
    }

    /** Asks until it is there, as clients do. */
    private double comparisonSeconds(URI service) throws IOException, InterruptedException {
        URI question = service.resolve("/api/v1/land-use/compare?from=" + settings.from() + "&to=" + settings.to());
        HttpClient http = HttpClient.newHttpClient();
        long begun = System.nanoTime();
        while (true) {
            HttpResponse<Void> answer =
                    http.send(HttpRequest.newBuilder(question).build(), BodyHandlers.discarding());
            if (answer.statusCode() == OK) {
                return (System.nanoTime() - begun) / 1e9;
            }
            if (answer.statusCode() != ACCEPTED) {
                throw new BenchException(question + " answers " + answer.statusCode());
            }
        }
    }

    private void print(MachineFacts machine, int codes, Map<String, LoadResult> loads, Map<String, Double> comparison) {
        machine.facts().forEach((name, value) -> out.printf("%-14s %s%n", name, value));
        out.printf("%-14s %,d buildings%n%n", "codes", codes);
        out.print(Table.ofLoads("requests", loads));
        out.println();
        out.printf("comparison of %s with %s%n", settings.from(), settings.to());
        comparison.forEach((name, value) -> out.printf(Locale.ROOT, "%-42s %,.1f%n", name, value));
        out.println();
        out.println(
                "Statements come at a steady rate; times count from when each was due. Areas by SQL: the zones of one"
                        + " building by PostGIS alone, on one connection as fast as it answers.");
        out.println("Kept in " + results.file());
        out.flush();
    }
}
