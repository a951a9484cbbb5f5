package org.diachi.bench.drainage;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diachi.bench.BenchException;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.ResultFile;
import org.diachi.bench.Table;
import org.diachi.change.TimeView;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.trace.Direction;
import org.diachi.drainage.trace.Start;
import org.diachi.drainage.trace.Trace;
import org.diachi.drainage.trace.Tracer;
import org.diachi.registry.Registry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The time of traces through one large tree of drains. */
public final class DrainageBench {

    private static final double MILLISECOND = 1e6;
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    /** The same search as users of PostGIS write it; the ends of links are indexed, which they are not in the register. */
    private static final String RECURSIVE = """
            WITH RECURSIVE reach (node) AS (
                SELECT ?::text
                UNION
                SELECT f.attributes ->> 'fromNode' FROM reach r
                  JOIN registry.feature_drainage_links f ON f.attributes ->> 'toNode' = r.node)
            SELECT count(*), sum(ST_Length(f.shape))
              FROM reach r JOIN registry.feature_drainage_links f ON f.attributes ->> 'toNode' = r.node
            """;

    private final Registry registry;
    private final int links;
    private final int rounds;
    private final PrintWriter out;
    private final Map<String, Times> times = new LinkedHashMap<>();

    /** Milliseconds of wall-clock time. */
    private record Times(double median, double longest, int rounds) {}

    /**
     * A measurement in an empty register.
     *
     * @param rounds how often each is done, after as many times of warming up
     */
    public DrainageBench(Registry registry, int links, int rounds, PrintWriter out) {
        this.registry = registry;
        this.links = links;
        this.rounds = rounds;
        this.out = out;
    }

    /** Measures, prints a table, and keeps the result. */
    public void run(ResultFile results) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(registry.dataSource());
        MachineFacts machine = MachineFacts.read().withDatabase(jdbc);
        new InventedDrains(registry, links).register();
        jdbc.execute("CREATE INDEX bench_to_node ON registry.feature_drainage_links ((attributes ->> 'toNode'))");
        jdbc.execute("ANALYZE");
        DrainageNetworks networks = new DrainageNetworks(
                registry.dataSource(),
                DrainageSettings.USUAL,
                registry.profile().storageCrs().epsg());
        TimeView today = TimeView.of(registry.profile().today());
        measure("read all rows and build the network", 3, () -> {
            networks.view().rebuild();
            networks.at(today);
        });
        long before = usedBytes();
        Network network = networks.at(today).network();
        Start outfall = Start.node(network.findNode(InventedDrains.id(0)).orElseThrow());
        Start leaf = Start.node(network.findNode(InventedDrains.id(links)).orElseThrow());
        Tracer tracer = new Tracer(network);
        measure(
                "trace upstream of the outfall, " + links + " links",
                rounds,
                () -> requireAll(tracer.trace(outfall, Direction.UPSTREAM, Set.of())));
        measure("trace of one leaf to the outfall", rounds, () -> tracer.trace(leaf, Direction.OUTFALL, Set.of()));
        measure("the same upstream by recursive SQL, indexed", Math.min(5, rounds), () -> requireAll(count(jdbc)));
        print(machine, before);
        results.append("drainage", Map.of("links", links, "rounds", rounds), machine, times);
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static int count(JdbcTemplate jdbc) {
        return Objects.requireNonNull(
                jdbc.queryForObject(RECURSIVE, (row, number) -> row.getInt(1), InventedDrains.id(0)));
    }

    private void requireAll(Trace trace) {
        requireAll(trace.links().size());
    }

    private void requireAll(int found) {
        if (found != links) {
            throw new BenchException("A trace found " + found + " links of " + links);
        }
    }

    private void measure(String name, int times, Runnable work) {
        double[] taken = new double[times];
        for (int round = -times; round < times; round++) {
            long start = System.nanoTime();
            work.run();
            taken[Math.max(0, round)] = (System.nanoTime() - start) / MILLISECOND;
        }
        Arrays.sort(taken);
        this.times.put(name, new Times(taken[times / 2], taken[times - 1], times));
    }

    private void print(MachineFacts machine, long usedBytes) {
        Table table = new Table(links + " links in one tree", "median ms", "longest ms", "rounds");
        times.forEach((name, time) -> table.row(
                name,
                "%.1f".formatted(time.median()),
                "%.1f".formatted(time.longest()),
                String.valueOf(time.rounds())));
        out.println(table);
        out.println("memory in use with the network: %.0f MiB".formatted(usedBytes / MEBIBYTE));
        machine.facts().forEach((name, value) -> out.println(name + ": " + value));
        out.flush();
    }
}
