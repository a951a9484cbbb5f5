package org.diachi.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.diachi.landuse.PlanRegister;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerCatalogue;
import org.diachi.pack.file.IntList;
import org.diachi.pack.file.Pack;
import org.diachi.pack.file.PackRow;
import org.diachi.registry.Registry;
import org.diachi.value.Code;
import org.diachi.value.Crs;
import org.diachi.view.Coverage;
import org.diachi.view.LogTrace;
import org.diachi.view.Subject;
import org.diachi.view.View;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The map packs of all open layers as one view. What it takes over is seen in the next picture; when much has changed, the
 * layer's file is written anew in the background. Thread-safe.
 */
public final class MapPacks implements View, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MapPacks.class);

    /** So many changed features are looked through for each picture; beyond, the file is written anew. */
    private static final int MOST_CHANGED = 2_000;

    /** How often it is looked whether there are other layers. */
    private static final long CATALOGUE_NANOSECONDS = 1_000_000_000L;

    private final DataSource dataSource;
    private final LayerCatalogue catalogue;
    private final Crs storage;
    private final LogTrace log;
    private final Path home;
    private final ExecutorService builder = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "map-packs");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> beingWritten = new HashSet<>();

    private @Nullable PackFiles files;
    private volatile Map<String, PackState> states = Map.of();
    private long catalogueAt = System.nanoTime() - CATALOGUE_NANOSECONDS;
    private boolean isOpen;

    /** All layers show plans at their steps of this day, some of them maybe of a later one. */
    private volatile LocalDate day = LocalDate.MAX;

    /** The packs of a register, in the home of the node. */
    public MapPacks(Registry registry) {
        this.dataSource = registry.dataSource();
        this.catalogue = registry.layers();
        this.storage = registry.profile().storageCrs();
        this.log = new LogTrace(dataSource);
        this.home = registry.home().folder().resolve("packs");
    }

    @Override
    public String name() {
        return "map-packs";
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofStates(
                Subject.BUILDING, Subject.BUSINESS, Subject.PUBLIC_SPACE, Subject.PLACE, Subject.FEATURE);
    }

    /** The layer of a collection as it is now; empty if there is none that everybody may see, or it is not ready yet. */
    public Optional<PackState> find(String collection) {
        return Optional.ofNullable(states.get(collection));
    }

    /** All layers as they are now, by the name of their collection. */
    public List<PackState> list() {
        return List.copyOf(states.values());
    }

    /** The last entry of the log that all layers contain; 0 while nothing is ready. */
    public long shown() {
        return states.values().stream().mapToLong(PackState::seq).min().orElse(0);
    }

    /** The day whose steps of plans decide what is drawn: with it a picture may change without any entry in the log. */
    public LocalDate day() {
        return day;
    }

    @Override
    public synchronized long position() {
        if (!isOpen || System.nanoTime() - catalogueAt > CATALOGUE_NANOSECONDS) {
            open();
            rollOver();
        }
        return isOpen ? shown() : -1;
    }

    private PackFiles files() {
        PackFiles known = files;
        if (known == null) {
            known = new PackFiles(dataSource, storage, log, home);
            files = known;
        }
        return known;
    }

    private List<PackLayer> layers() {
        List<PackLayer> layers = new ArrayList<>(List.of(PackLayer.addresses(), PackLayer.places()));
        catalogue.list().stream()
                .filter(Layer::isOpen)
                .filter(layer -> !layer.geometryType().equals("none"))
                .map(PackLayer::of)
                .forEach(layers::add);
        return layers;
    }

    /** Finds the files of layers that have none open, and lets go of layers that are no longer to be seen. */
    private void open() {
        Map<String, PackState> next = new TreeMap<>();
        boolean isComplete = true;
        try {
            for (PackLayer layer : layers()) {
                PackState known = states.get(layer.collection());
                if (known != null && known.layer().equals(layer)) {
                    next.put(layer.collection(), known);
                    continue;
                }
                Optional<Pack> pack = files().find(layer);
                if (pack.isEmpty() && isOpen) {
                    // A new layer, or one with other fields: few have been seen since the last look.
                    pack = Optional.of(files().write(layer));
                }
                pack.ifPresent(found -> next.put(layer.collection(), written(layer, found)));
                isComplete &= pack.isPresent();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The pack of a layer cannot be written", e);
        }
        states = next;
        isOpen = isComplete;
        catalogueAt = System.nanoTime();
    }

    private void noteDay(Pack pack) {
        day = day.isBefore(pack.head().day()) ? day : pack.head().day();
    }

    @Override
    public synchronized void rebuild() {
        Map<String, PackState> next = new TreeMap<>();
        for (PackLayer layer : layers()) {
            Pack pack = write(layer);
            next.put(layer.collection(), written(layer, pack));
        }
        states = next;
        isOpen = true;
        catalogueAt = System.nanoTime();
    }

    /** A plan comes to its next step at midnight, without an entry in the log: then its features are drawn or no longer. */
    private void rollOver() {
        try (Connection connection = dataSource.getConnection()) {
            LocalDate today = PlanFeatures.today(connection);
            if (day.isBefore(today)) {
                Map<Integer, Set<String>> touched = PlanFeatures.ofSteps(connection, day, today);
                Map<String, PackState> next = new TreeMap<>(states);
                for (PackState state : states.values()) {
                    Set<String> ids = touched.getOrDefault(state.layer().id(), Set.of());
                    next.replace(state.layer().collection(), caughtUp(state, ids, state.seq(), connection));
                }
                states = next;
                day = today;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The map packs cannot follow the days", e);
        }
    }

    private PackState written(PackLayer layer, Pack pack) {
        noteDay(pack);
        long seq = pack.head().seq();
        return new PackState(layer, pack, Overlay.empty(), seq, seq);
    }

    private Pack write(PackLayer layer) {
        try {
            return files().write(layer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The pack of " + layer.collection() + " cannot be written", e);
        }
    }

    @Override
    public synchronized void catchUp(long seq) {
        LogTrace.Touched touched = log.touched(shown(), seq);
        Map<String, PackState> next = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try {
                Map<Integer, Set<String>> ofPlans =
                        PlanFeatures.ofPlans(connection, touched.features().getOrDefault(PlanRegister.KIND, Set.of()));
                for (PackState state : states.values()) {
                    String collection = state.layer().collection();
                    Set<String> codes = new HashSet<>(codesOf(touched, state.layer()));
                    codes.addAll(ofPlans.getOrDefault(state.layer().id(), Set.of()));
                    next.put(collection, state.seq() >= seq ? state : caughtUp(state, codes, seq, connection));
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The map packs cannot follow the log", e);
        }
        states = next;
        next.values().stream()
                .filter(state -> state.overlay().size() > MOST_CHANGED)
                .forEach(state -> writeSoon(state.layer()));
    }

    private static Set<String> codesOf(LogTrace.Touched touched, PackLayer layer) {
        return switch (layer.id()) {
            case PackLayer.ADDRESSES -> touched.addresses();
            case PackLayer.PLACES -> touched.places();
            default -> touched.features().getOrDefault(layer.collection(), Set.of());
        };
    }

    private PackState caughtUp(PackState state, Set<String> codes, long seq, Connection connection)
            throws SQLException {
        if (codes.isEmpty()) {
            return state.at(seq);
        }
        List<PackRow> rows = new ArrayList<>();
        PackRows reader = new PackRows(connection, state.layer(), storage, seq);
        Collection<Long> ids;
        if (state.layer().id() == PackLayer.PLACES) {
            // The log calls units by other names; there are only few.
            reader.forEach(rows::add);
            ids = idsOf(state, rows);
        } else {
            reader.forEach(codes, rows::add);
            ids = codes.stream()
                    .map(code -> state.layer().hasCodes() ? Code.parse(code).payload() : Long.parseLong(code))
                    .toList();
        }
        Overlay overlay = state.overlay().with(state.base(), seq, ids, rows);
        return new PackState(state.layer(), state.base(), overlay, seq, seq);
    }

    private static Set<Long> idsOf(PackState state, List<PackRow> rows) {
        Set<Long> ids = new HashSet<>();
        IntList before = state.rows();
        for (int i = 0; i < before.size(); i++) {
            ids.add(state.id(before.get(i)));
        }
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }

    private void writeSoon(PackLayer layer) {
        if (beingWritten.add(layer.collection())) {
            try {
                builder.execute(() -> fold(layer));
            } catch (RejectedExecutionException e) {
                LOG.debug("The map packs are being closed", e);
            }
        }
    }

    /** Writes the file of a layer anew while others go on reading, then keeps of the changes what it does not contain. */
    private void fold(PackLayer layer) {
        try {
            Pack pack = files().write(layer);
            replaceBase(layer, pack);
        } catch (ClosedByInterruptException e) {
            LOG.debug("The map packs are being closed", e);
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.error(
                    "The pack of {} cannot be written anew; changes are kept beside the old one",
                    layer.collection(),
                    e);
        } finally {
            synchronized (this) {
                beingWritten.remove(layer.collection());
            }
        }
    }

    private synchronized void replaceBase(PackLayer layer, Pack pack) {
        PackState state = states.get(layer.collection());
        if (state != null && state.layer().equals(layer)) {
            noteDay(pack);
            Map<String, PackState> next = new TreeMap<>(states);
            next.put(
                    layer.collection(),
                    new PackState(
                            layer,
                            pack,
                            state.overlay().after(pack),
                            Math.max(state.seq(), pack.head().seq()),
                            Math.max(state.changed(), pack.head().seq())));
            states = next;
        }
    }

    @Override
    public List<String> verify() {
        List<PackState> all;
        synchronized (this) {
            if (position() < 0) {
                return List.of("is not built");
            }
            all = list();
        }
        List<String> differences = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try {
                for (PackState state : all) {
                    PackRows rows = new PackRows(connection, state.layer(), storage, state.seq());
                    differences.addAll(new PackComparison(state).run(rows));
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The map packs cannot be verified", e);
        }
        return differences;
    }

    /** Ends the writing in the background. */
    @Override
    public void close() {
        builder.shutdownNow();
    }
}
