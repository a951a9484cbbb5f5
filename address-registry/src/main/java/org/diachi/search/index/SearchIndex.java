package org.diachi.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.diachi.address.AddressStates;
import org.diachi.city.CityProfile;
import org.diachi.place.PlaceReader;
import org.diachi.view.Coverage;
import org.diachi.view.LogTrace;
import org.diachi.view.Subject;
import org.diachi.view.View;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.DigestUtils;

/**
 * The search index as a view. What it takes over is found at once and made durable within a second; after a crash the
 * node goes on from there. Opened when it is first needed. Thread-safe.
 */
public final class SearchIndex implements View, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /** To be changed whenever documents are made otherwise, so that every node builds its index anew. */
    private static final String FORMAT = "5";

    private static final String DEFINITION = "definition";
    private static final String SEQ = "seq";
    private static final String AT = "at";
    private static final String UNITS = "units";

    /** How long a process that only reads waits for the one that writes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CityProfile profile;
    private final Path home;
    private final LogTrace log;
    private final Maintenance maintenance;
    private final String definition;
    private final GeometryFactory factory;
    private final ScheduledExecutorService durability = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "search-commit");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable IndexFiles files;
    private volatile @Nullable Lexicon lexicon;
    private volatile long position = -1;
    private volatile long shown = -1;
    private long unitsAt = -1;
    private boolean isDirty;

    /**
     * An index of a register.
     *
     * @param home folder in which the node keeps the indexes of its registers
     */
    public SearchIndex(DataSource dataSource, CityProfile profile, Path home) {
        this.profile = profile;
        this.home = home;
        this.log = new LogTrace(dataSource);
        int srid = profile.storageCrs().epsg();
        this.maintenance = new Maintenance(
                new Truth(new AddressStates(dataSource, profile.storageCrs())),
                new UnitReader(new PlaceReader(dataSource, profile.grammar(), srid)),
                profile);
        this.factory = new GeometryFactory(new PrecisionModel(), srid);
        this.definition = definition(profile);
    }

    /** What the documents are made by. Sets and maps come in another order in every process. */
    private static String definition(CityProfile profile) {
        String letters = (FORMAT + profile.grammar().style() + profile.storageCrs())
                .chars()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return DigestUtils.md5DigestAsHex(letters.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofStates(Subject.BUILDING, Subject.BUSINESS, Subject.PUBLIC_SPACE, Subject.PLACE)
                .ignoring("features of layers are found on the map, not by an address", Subject.FEATURE);
    }

    /**
     * The index as it is now.
     *
     * @throws IndexNotReadyException if it has never been built
     */
    public Snapshot open() {
        Lexicon known = lexicon;
        if (known == null) {
            position();
            known = lexicon;
        }
        IndexFiles open = files;
        if (known == null || open == null) {
            throw new IndexNotReadyException();
        }
        try {
            IndexSearcher searcher = open.searchers().acquire();
            return new Snapshot(open.searchers(), searcher, known, factory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last entry that whoever opens the index from now on sees, without a look at the files. */
    public long shown() {
        return shown;
    }

    @Override
    public synchronized long position() {
        Optional<IndexFiles> open = files();
        if (open.isPresent() && open.get().writer().isEmpty()) {
            follow(open.get());
        }
        return position;
    }

    private Optional<IndexFiles> files() {
        if (files == null) {
            IndexFiles.open(home.resolve(log.identity())).ifPresent(this::begin);
        }
        return Optional.ofNullable(files);
    }

    private void begin(IndexFiles opened) {
        files = opened;
        follow(opened);
        if (opened.writer().isPresent()) {
            durability.scheduleWithFixedDelay(this::commitQuietly, 1, 1, TimeUnit.SECONDS);
        }
    }

    /** Takes the position that was committed, if it is one of this log. */
    private void follow(IndexFiles open) {
        try {
            Map<String, String> notes = open.notes();
            boolean isOurs = definition.equals(notes.get(DEFINITION))
                    && log.isAt(Long.parseLong(notes.getOrDefault(SEQ, "-1")), notes.getOrDefault(AT, ""));
            position = isOurs ? Long.parseLong(notes.getOrDefault(SEQ, "-1")) : -1;
            if (position >= 0) {
                show(open, Long.parseLong(notes.getOrDefault(UNITS, "0")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets readers see what has been written. */
    private void show(IndexFiles open, long newUnitsAt) throws IOException {
        open.searchers().maybeRefreshBlocking();
        Lexicon known = lexicon;
        IndexSearcher searcher = open.searchers().acquire();
        try {
            lexicon = known != null && newUnitsAt == unitsAt
                    ? known.in(searcher.getIndexReader())
                    : Lexicon.read(searcher, profile);
            unitsAt = newUnitsAt;
            shown = position;
        } finally {
            open.searchers().release(searcher);
        }
    }

    private IndexWriter writer() {
        return files().flatMap(IndexFiles::writer)
                .orElseThrow(() -> new IllegalStateException(
                        "The search index of this node is kept by another process, which has not come so far yet"));
    }

    @Override
    public synchronized void rebuild() {
        IndexWriter writer = writer();
        try {
            isDirty = false;
            long head = log.head();
            maintenance.fill(writer, head);
            position = head;
            commit(head);
            show(files().orElseThrow(), head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void catchUp(long seq) {
        Optional<IndexFiles> open = files();
        if (open.isPresent() && open.get().writer().isEmpty()) {
            awaitOthers(seq);
            return;
        }
        IndexWriter writer = writer();
        try {
            LogTrace.Touched touched = log.touched(position, seq);
            IndexSearcher searcher = files().orElseThrow().searchers().acquire();
            try {
                maintenance.update(writer, searcher, touched, seq);
            } finally {
                files().orElseThrow().searchers().release(searcher);
            }
            position = seq;
            isDirty = true;
            show(files().orElseThrow(), touched.places().isEmpty() ? unitsAt : seq);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitOthers(long seq) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (position() < seq) {
            if (System.nanoTime() - end > 0) {
                writer();
            }
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the search index", e);
            }
        }
    }

    private synchronized void commitQuietly() {
        try {
            if (isDirty) {
                commit(unitsAt);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index cannot be made durable; it is tried again", e);
        }
    }

    private void commit(long units) throws IOException {
        files().orElseThrow()
                .commit(Map.of(
                        DEFINITION,
                        definition,
                        SEQ,
                        String.valueOf(position),
                        AT,
                        log.timeOf(position),
                        UNITS,
                        String.valueOf(units)));
        isDirty = false;
    }

    @Override
    public List<String> verify() {
        if (position() < 0) {
            return List.of("is not built");
        }
        long at;
        Snapshot snapshot;
        synchronized (this) {
            at = position;
            snapshot = open();
        }
        try (snapshot) {
            return maintenance.compare(snapshot, at);
        }
    }

    /** Makes durable what was taken over, and closes the files. */
    @Override
    public synchronized void close() {
        durability.shutdownNow();
        IndexFiles open = files;
        if (open != null) {
            commitQuietly();
            shown = -1;
            files = null;
            lexicon = null;
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
