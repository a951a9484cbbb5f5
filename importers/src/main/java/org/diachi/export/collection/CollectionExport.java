package org.diachi.export.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.export.Feature;
import org.diachi.export.FeatureWriter;
import org.diachi.layer.Layer;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes one collection of a register to one file. */
public final class CollectionExport {

    private final Exportable exportable;
    private final FileFormat format;
    private final Order order;
    private final CrsTransform transform;

    private CollectionExport(Exportable exportable, FileFormat format, Order order, CrsTransform transform) {
        this.exportable = exportable;
        this.format = format;
        this.order = order;
        this.transform = transform;
    }

    /**
     * What is to be written.
     *
     * @param collection {@code addresses} or the name of a layer
     * @param file whose name tells the format
     * @param crs of the coordinates
     * @param asOf the legal day; today in the city if absent
     * @param knownAt the instant of knowledge; now if absent
     * @param asFootprint of addresses: whether outlines are written where they are known, rather than points
     */
    public record Order(
            String collection,
            Path file,
            Crs crs,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            boolean asFootprint) {

        public Order {
            Objects.requireNonNull(collection, "collection");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(crs, "crs");
        }
    }

    /**
     * Prepares an export.
     *
     * @throws ExportException if there is no such collection, or the format is not known
     */
    public static CollectionExport of(Registry registry, Order order) {
        FileFormat format = FileFormat.of(order.file());
        LocalDate day = order.asOf() == null ? registry.profile().today() : order.asOf();
        Snapshot snapshot = registry.changes().resolve(new TimeView(day, order.knownAt()));
        CrsTransform transform = CrsTransform.between(registry.profile().storageCrs(), order.crs());
        return new CollectionExport(exportable(registry, order, snapshot), format, order, transform);
    }

    private static Exportable exportable(Registry registry, Order order, Snapshot snapshot) {
        if (order.collection().equals(AddressExport.NAME)) {
            return new AddressExport(registry, snapshot, order.asFootprint());
        }
        return registry.layers()
                .find(order.collection())
                .map(layer -> new LayerExport(layer, registry, snapshot))
                .orElseThrow(() -> unknown(registry, order.collection()));
    }

    private static ExportException unknown(Registry registry, String collection) {
        List<String> known = new ArrayList<>(List.of(AddressExport.NAME));
        registry.layers().list().stream().map(Layer::collection).forEach(known::add);
        return new ExportException(
                "There is no collection \"" + collection + "\". Known are " + String.join(", ", known) + ".");
    }

    /** How many features there are to write. */
    public long count() {
        return exportable.count();
    }

    /**
     * Writes the file; until it is complete, what is written is beside it under another name.
     *
     * @param progress told how many features are written
     * @return how many features were written
     */
    public long write(LongConsumer progress) throws IOException {
        Path file = order.file().toAbsolutePath();
        Path part = file.resolveSibling("part-" + file.getFileName());
        try {
            long written;
            Instant lastChange = order.knownAt() == null ? Instant.now() : order.knownAt();
            try (FeatureWriter writer = format.open(part, exportable.type(order.crs()), lastChange)) {
                written = write(writer, progress);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long write(FeatureWriter writer, LongConsumer progress) throws IOException {
        long written = 0;
        try (Stream<Feature> features = exportable.features()) {
            for (Feature feature : (Iterable<Feature>) features::iterator) {
                Geometry stored = feature.geometry();
                writer.write(stored == null ? feature : new Feature(transform.apply(stored), feature.values()));
                written++;
                progress.accept(written);
            }
        }
        return written;
    }
}
