package org.diachi.landuse.compare;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.diachi.city.CityProfile;
import org.diachi.city.CodeMap;
import org.diachi.place.PlaceQuery;
import org.diachi.place.PlaceReader;

/**
 * Makes comparisons, one at a time on a thread of its own that stands back behind all others, and keeps the last few. Thread-safe.
 */
public final class Comparisons implements AutoCloseable {

    private static final int MOST_KEPT = 4;
    private static final int MOST_WAITING = 3;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final String WARD = "ward";
    private static final int MOST_WARDS = 10_000;

    private final ZoneReader zones;
    private final PlaceReader places;
    private final List<CodeMap> codeMaps;
    private final ThreadPoolExecutor executor;
    private final Cache<ComparisonQuestion, ComparisonRun> runs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(KEPT).build();

    /** Comparisons of one register. */
    public Comparisons(DataSource dataSource, PlaceReader places, CityProfile profile) {
        this.zones = new ZoneReader(dataSource, profile.storageCrs().epsg());
        this.places = places;
        this.codeMaps = profile.codeMaps();
        this.executor = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), Comparisons::thread);
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "diachi-comparisons");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /**
     * A comparison, which begins when those before it have ended; one that was made of the same state is given again.
     *
     * @throws BusyException if too many wait
     */
    public ComparisonRun ask(ComparisonQuestion question) {
        long seq = zones.lastChange(List.of(question.from(), question.to()), question.seq());
        ComparisonQuestion settled = question.at(seq);
        ComparisonRun known = runs.getIfPresent(settled);
        if (known != null && !known.hasFailed()) {
            return known;
        }
        return begin(settled);
    }

    private synchronized ComparisonRun begin(ComparisonQuestion question) {
        ComparisonRun known = runs.getIfPresent(question);
        if (known != null && !known.hasFailed()) {
            return known;
        }
        ComparisonRun run = new ComparisonRun(question.seq());
        try {
            executor.execute(() -> perform(question, run));
        } catch (RejectedExecutionException e) {
            throw new BusyException();
        }
        runs.put(question, run);
        return run;
    }

    private void perform(ComparisonQuestion question, ComparisonRun run) {
        try {
            PlaceQuery wardsOfDay = new PlaceQuery(question.wardDay(), null, WARD, null, null, null);
            WardMap wards = new WardMap(places.list(wardsOfDay, question.seq(), MOST_WARDS, true));
            Comparison comparison = new Overlay(wards, sameness())
                    .run(
                            zones.read(question.from(), question.seq()),
                            zones.read(question.to(), question.seq()),
                            run::reach);
            run.complete(new ComparisonRun.Result(comparison, wards.names()));
        } catch (RuntimeException | OutOfMemoryError e) {
            // Whoever waits is told; the thread goes on to the next.
            run.fail(e);
        }
    }

    /** Codes are the same if they are equal, or if a code map leads from one to the other without loss. */
    private BiPredicate<ZoneCode, ZoneCode> sameness() {
        return (one, other) -> one.equals(other) || isMapped(one, other) || isMapped(other, one);
    }

    private boolean isMapped(ZoneCode one, ZoneCode other) {
        return codeMaps.stream()
                .filter(map -> map.from().equals(one.scheme()) && map.to().equals(other.scheme()))
                .flatMap(map -> map.listTo(one.code()).stream())
                .anyMatch(entry -> entry.to().equals(other.code()) && !entry.isLossy());
    }

    /** Ends what is being compared. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
