package org.diachi.bench.maps;

import java.io.IOException;
import java.io.PrintWriter;
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
import org.diachi.bench.Table;
import org.diachi.bench.load.JavaLoad;
import org.diachi.db.Database;
import org.locationtech.jts.geom.Coordinate;

/** Measures maps on a service that is started for it. */
public final class MapBench {

    private static final int PLACES = 100;

    /** Places that come out the same every time, since nobody chose their codes. */
    private static final String SAMPLE = """
            SELECT ST_X(p) AS x, ST_Y(p) AS y
              FROM (SELECT ST_Transform(position, 3857) AS p FROM registry.address_version
                     WHERE ended IS NULL ORDER BY code LIMIT ?) sample
            """;

    private final Duration duration;
    private final int connections;
    private final JavaChild child;
    private final ResultFile results;
    private final PrintWriter out;

    /**
     * A measurement.
     *
     * @param duration of each load, after as much of warming up
     * @param connections at a time
     */
    public MapBench(Duration duration, int connections, JavaChild child, ResultFile results, PrintWriter out) {
        this.duration = duration;
        this.connections = connections;
        this.child = child;
        this.results = results;
        this.out = out;
    }

    /**
     * What a load has cost.
     *
     * @param cpuMs milliseconds of processor time of the service a request
     * @param load as its clients saw it
     */
    public record Cost(double cpuMs, LoadResult load) {}

    /**
     * Measures, prints and keeps the results.
     *
     * @param arguments of the service
     */
    public void run(Database database, List<String> arguments) throws IOException, InterruptedException {
        MachineFacts machine = MachineFacts.read().withDatabase(database.jdbc());
        List<Coordinate> places = database.jdbc()
                .query(SAMPLE, (row, number) -> new Coordinate(row.getDouble("x"), row.getDouble("y")), PLACES);
        if (places.isEmpty()) {
            throw new BenchException("The register has no addresses, so nobody knows where to look");
        }
        Map<String, Cost> all = new LinkedHashMap<>();
        try (MeasuredService service = MeasuredService.start(
                child, database.address(), arguments, results.folder().resolve("service.log"))) {
            for (MapCase kind : MapCase.all()) {
                all.put(kind.name(), measure(service, kind, places));
                out.print('.');
                out.flush();
            }
        }
        print(machine, all);
        Map<String, Object> settings =
                Map.of("places", places.size(), "seconds", duration.toSeconds(), "connections", connections);
        results.append("maps", settings, machine, all);
    }

    private Cost measure(MeasuredService service, MapCase kind, List<Coordinate> places) {
        List<String> paths =
                places.stream().map(place -> kind.at(place.x, place.y)).toList();
        JavaLoad generator = new JavaLoad();
        generator.run(service.address(), paths, connections, duration);
        Duration before = service.processorTime();
        LoadResult load = generator.run(service.address(), paths, connections, duration);
        double milliseconds = service.processorTime().minus(before).toNanos() / 1e6;
        return new Cost(milliseconds / load.requests(), load);
    }

    private void print(MachineFacts machine, Map<String, Cost> all) {
        out.println();
        machine.facts().forEach((name, value) -> out.printf("%-14s %s%n", name, value));
        out.printf("%-14s %d%n%n", "connections", connections);
        Table table = new Table("", "CPU ms", "requests/s", "p50 ms", "p99 ms", "errors");
        all.forEach((name, cost) -> table.row(
                name,
                format("%.2f", cost.cpuMs()),
                format("%,.0f", cost.load().perSecond()),
                format("%.2f", cost.load().p50Ms()),
                format("%.2f", cost.load().p99Ms()),
                format("%,d", cost.load().errors())));
        out.print(table);
        out.println("CPU ms: processor time of the service a request, its garbage collector and compiler included. The"
                + " clients take processor time too, so that requests/s are fewer than the service can answer.");
        out.println("Kept in " + results.file());
        out.flush();
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
