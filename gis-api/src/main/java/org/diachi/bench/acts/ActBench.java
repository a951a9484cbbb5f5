package org.diachi.bench.acts;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.diachi.bench.JavaChild;
import org.diachi.bench.LoadResult;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.MeasuredService;
import org.diachi.bench.Program;
import org.diachi.bench.ResultFile;
import org.diachi.bench.ScratchDatabase;
import org.diachi.bench.Table;
import org.diachi.bench.load.LoadGenerator;
import org.diachi.bench.load.Message;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;

/** Measures acts over HTTP and the lag of the change feed, beside plain inserts. */
public final class ActBench {

    /** As many as a register has to its database. */
    private static final int LARGEST_POOL = 16;

    /** More than a machine of today does. */
    private static final int MOST_PER_SECOND = 3_000;

    private final LoadGenerator generator = LoadGenerator.best();
    private final Settings settings;
    private final JavaChild child;
    private final ResultFile results;
    private final PrintWriter out;

    /**
     * What is measured.
     *
     * @param houses that the register has before
     * @param connections that act at a time
     * @param rate acts a second while the feed is followed
     * @param seconds how long each load lasts
     * @param warmUpSeconds how long each is tried before
     */
    public record Settings(int houses, int connections, int rate, int seconds, int warmUpSeconds) {

        private static final int MOST_CONNECTIONS = 64;

        public Settings {
            if (houses < 1 || rate < 1 || seconds < 1 || warmUpSeconds < 0) {
                throw new IllegalArgumentException("There must be a house, an act a second and a second at least");
            }
            if (connections < 1 || connections > MOST_CONNECTIONS) {
                throw new IllegalArgumentException("There must be 1 to " + MOST_CONNECTIONS + " connections");
            }
        }
    }

    /** A load that lasts as long as it is told to. */
    private interface Load {
        LoadResult run(Duration duration) throws InterruptedException;
    }

    public ActBench(Settings settings, JavaChild child, ResultFile results, PrintWriter out) {
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
     */
    public void run(DatabaseAddress server, Path profileFolder) throws IOException, SQLException, InterruptedException {
        try (ScratchDatabase scratch = ScratchDatabase.create(server)) {
            ActCity city = new ActCity(CityProfile.read(profileFolder));
            List<String> codes = city.found(scratch.address(), settings.houses());
            scratch.settle();
            List<String> arguments =
                    List.of("--city", profileFolder.toAbsolutePath().toString());
            String key = key(scratch.address(), arguments);
            Path log = results.folder().resolve("service.log");
            Map<String, LoadResult> all;
            MachineFacts machine;
            try (MeasuredService service = MeasuredService.start(child, scratch.address(), arguments, log);
                    Database database = Database.open(scratch.address())) {
                machine = MachineFacts.read().withDatabase(database.jdbc());
                all = measure(service.address(), key, city, codes, database);
            }
            print(machine, all);
            results.append("acts", used(), machine, all);
        }
    }

    private String key(DatabaseAddress address, List<String> arguments) {
        List<String> call = new ArrayList<>(List.of("key", "create", "--role", "editor"));
        call.addAll(arguments);
        String output = Program.run(child.command(List.of(), call), address.toEnvironment());
        return output.substring(output.lastIndexOf('\n') + 1).strip();
    }

    private Map<String, LoadResult> measure(
            URI service, String key, ActCity city, List<String> codes, Database database)
            throws SQLException, InterruptedException {
        Acts changes = new Acts(key, city, false, new AtomicInteger());
        Acts births = new Acts(key, city, true, new AtomicInteger(2 * settings.houses()));
        PlainInserts plain = new PlainInserts(database.dataSource());
        int connections = settings.connections();
        Map<String, LoadResult> all = new LinkedHashMap<>();
        all.put("change over HTTP", warm(duration -> load(service, changes, codes, duration)));
        all.put("register over HTTP", warm(duration -> load(service, births, codes, duration)));
        int direct = Math.min(connections, LARGEST_POOL);
        all.put("plain inserts", plain.run(codes, direct, Duration.ofSeconds(settings.seconds())));
        for (FeedLag.Way way : FeedLag.Way.values()) {
            Duration duration = Duration.ofSeconds(settings.seconds());
            String name = "lag of " + way.name().toLowerCase(Locale.ROOT) + " at " + settings.rate() + "/s";
            long head = head(database);
            all.put(name, new FeedLag(service).run(way, head, changes, codes, settings.rate(), duration));
        }
        return all;
    }

    private static long head(Database database) {
        Long head = database.jdbc().queryForObject("SELECT seq FROM registry.log_head", Long.class);
        return head == null ? 0 : head;
    }

    private LoadResult load(URI service, Acts acts, List<String> codes, Duration duration) {
        List<Message> messages = acts.next(codes, (int) (MOST_PER_SECOND * duration.toSeconds()));
        return generator.send(service, messages, settings.connections(), duration);
    }

    private LoadResult warm(Load load) throws InterruptedException {
        if (settings.warmUpSeconds() > 0) {
            load.run(Duration.ofSeconds(settings.warmUpSeconds()));
        }
        return load.run(Duration.ofSeconds(settings.seconds()));
    }

    private Map<String, Object> used() {
        Map<String, Object> used = new LinkedHashMap<>();
        used.put("houses", settings.houses());
        used.put("connections", settings.connections());
        used.put("loadBy", generator.name());
        used.put("rate", settings.rate());
        used.put("seconds", settings.seconds());
        used.put("warmUpSeconds", settings.warmUpSeconds());
        return used;
    }

    private void print(MachineFacts machine, Map<String, LoadResult> all) {
        machine.facts().forEach((name, value) -> out.printf("%-14s %s%n", name, value));
        out.printf("%-14s %,d%n", "houses before", settings.houses());
        out.printf("%-14s %d%n", "connections", settings.connections());
        out.printf("%-14s %s%n%n", "load by", generator.name());
        out.print(Table.ofLoads("acts", all));
        out.println();
        out.println(
                "over HTTP: one object in one request and one transaction. plain inserts: the same rows by JDBC, each"
                        + " pair committed, without checks and without standing in line. lag: from before the commit to the"
                        + " arrival at a follower over HTTP; an error is an entry that did not arrive.");
        out.println("Kept in " + results.file());
        out.flush();
    }
}
