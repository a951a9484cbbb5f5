package org.diachi.bench.search;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.diachi.bench.JavaChild;
import org.diachi.bench.LoadResult;
import org.diachi.bench.MachineFacts;
import org.diachi.bench.ResultFile;
import org.diachi.bench.load.LoadGenerator;
import org.diachi.bench.load.OpenLoop;
import org.diachi.bench.load.PlainHttp;
import org.diachi.bench.search.Trigrams.Query;
import org.diachi.city.CityProfile;
import org.diachi.db.Database;
import org.diachi.db.DatabaseAddress;

/** Measures the search over HTTP, beside trigrams in PostgreSQL. */
public final class SearchBench {

    /** As many as there are processors, so that none of these costly queries waits for another. */
    private static final int CONNECTIONS_OF_TEXTS = 2;

    private final Settings settings;
    private final JavaChild child;
    private final ResultFile results;
    private final SearchReport report;
    private final LoadGenerator generator = LoadGenerator.best();

    /**
     * What is measured.
     *
     * @param rate keystrokes a second
     * @param rows of the list that is matched
     * @param seconds how long each load lasts
     * @param warmUpSeconds how long each is tried before
     * @param connections of the loads that ask as fast as they are answered
     * @param heapMb the heap of the service, in MiB
     */
    public record Settings(int rate, int rows, int seconds, int warmUpSeconds, int connections, int heapMb) {

        private static final int MOST_CONNECTIONS = 16;
        private static final int LEAST_HEAP_MB = 64;

        public Settings {
            if (rate < 1 || rows < 1 || seconds < 1 || warmUpSeconds < 0 || heapMb < LEAST_HEAP_MB) {
                throw new IllegalArgumentException(
                        "There must be a keystroke, a row and a second at least, and a heap of 64 MiB");
            }
            if (connections < 1 || connections > MOST_CONNECTIONS) {
                throw new IllegalArgumentException("There must be 1 to " + MOST_CONNECTIONS + " connections");
            }
        }
    }

    /** A load that lasts as long as it is told to. */
    private interface Load {
        LoadResult run(int seconds);
    }

    public SearchBench(Settings settings, JavaChild child, ResultFile results, SearchReport report) {
        this.settings = settings;
        this.child = child;
        this.results = results;
        this.report = report;
    }

    /**
     * Measures, prints and keeps the results.
     *
     * @param register the database of a register that is filled
     * @param scratch a database for the baseline; may be the same
     * @param profileFolder of the city
     */
    public void run(DatabaseAddress register, DatabaseAddress scratch, Path profileFolder)
            throws IOException, SQLException, InterruptedException {
        try (Database truth = Database.open(register);
                Database other = Database.open(scratch)) {
            CityProfile profile = CityProfile.read(profileFolder);
            Questions questions = Questions.of(truth.jdbc(), profile);
            Trigrams trigrams = new Trigrams(other, profile.storageCrs());
            Map<String, Object> sizes = new LinkedHashMap<>();
            sizes.put(
                    "objects",
                    truth.jdbc()
                            .queryForObject("SELECT count(DISTINCT code) FROM registry.address_version", Long.class));
            sizes.put("pg_trgm indexes, s", trigrams.fill(truth));
            MachineFacts machine =
                    MachineFacts.read().withDatabase(truth.jdbc()).with("load generator", generator.name());
            Map<String, LoadResult> loads = new LinkedHashMap<>();
            List<String> arguments =
                    List.of("--city", profileFolder.toAbsolutePath().toString());
            try (SearchedService service =
                    new SearchedService(child, settings.heapMb(), register, arguments, results.folder())) {
                sizes.put("index from nothing, s", service.buildSeconds());
                measure(service.address(), questions, loads, sizes);
                sizes.put("index, MiB", service.indexBytes() >> 20);
                sizes.put("heap at most, MiB", settings.heapMb());
                sizes.put("heap in use, MiB", service.heapBytes() >> 20);
            }
            measure(trigrams, questions, loads);
            report.print(machine, sizes, loads);
            Map<String, Object> all = new LinkedHashMap<>(sizes);
            all.putAll(loads);
            results.append("search", used(), machine, all);
        }
    }

    private void measure(URI address, Questions questions, Map<String, LoadResult> loads, Map<String, Object> sizes) {
        PlainHttp http = new PlainHttp(address);
        MatchLoad match = new MatchLoad(address, questions.texts());
        List<String> keystrokes =
                questions.keystrokes().stream().map(SearchBench::search).toList();
        Supplier<LoadResult> typing = () -> new OpenLoop(keystrokes, settings.rate(), settings.seconds()).run(http);
        warmUp(seconds -> new OpenLoop(keystrokes, settings.rate(), seconds).run(http));
        loads.put("autocomplete at " + settings.rate() + "/s", typing.get());
        match.run(settings.rows());
        loads.put("match, rows", match.run(settings.rows()));
        MatchLoad.Beside beside = match.beside(typing);
        loads.put("autocomplete beside a match", beside.load());
        sizes.put("match beside autocomplete, rows/s", beside.rows());
        loads.put(
                "look-up",
                asFastAsAnswered(
                        address,
                        questions.codes().stream()
                                .map(code -> "/api/v1/addresses/" + code)
                                .toList()));
        loads.put(
                "reverse",
                asFastAsAnswered(
                        address,
                        questions.places().stream()
                                .map(place -> "/api/v1/reverse?lon=" + place.replace(",", "&lat="))
                                .toList()));
    }

    private LoadResult asFastAsAnswered(URI service, List<String> paths) {
        Load load = seconds -> generator.run(service, paths, settings.connections(), Duration.ofSeconds(seconds));
        warmUp(load);
        return load.run(settings.seconds());
    }

    private void warmUp(Load load) {
        if (settings.warmUpSeconds() > 0) {
            load.run(settings.warmUpSeconds());
        }
    }

    private void measure(Trigrams trigrams, Questions questions, Map<String, LoadResult> loads) {
        Duration duration = Duration.ofSeconds(settings.seconds());
        int few = Math.min(CONNECTIONS_OF_TEXTS, settings.connections());
        loads.put("pg_trgm: autocomplete, ILIKE", trigrams.run(Query.CONTAINS, questions.keystrokes(), few, duration));
        loads.put("pg_trgm: autocomplete, %", trigrams.run(Query.SIMILAR, questions.keystrokes(), few, duration));
        loads.put("pg_trgm: match, rows", trigrams.run(Query.MATCH, questions.texts(), few, duration));
        loads.put("PostgreSQL: look-up", trigrams.run(Query.CODE, questions.codes(), settings.connections(), duration));
        loads.put(
                "PostGIS: nearest five",
                trigrams.run(Query.NEAREST, questions.places(), settings.connections(), duration));
    }

    private static String search(String text) {
        return "/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, Object> used() {
        Map<String, Object> used = new LinkedHashMap<>();
        used.put("rate", settings.rate());
        used.put("rows", settings.rows());
        used.put("seconds", settings.seconds());
        used.put("warmUpSeconds", settings.warmUpSeconds());
        used.put("connections", settings.connections());
        used.put("heapMb", settings.heapMb());
        return used;
    }
}
