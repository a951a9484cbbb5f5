package org.diachi.plate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressQuery;
import org.diachi.address.AddressReader;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.city.PlateSize;
import org.diachi.registry.Registry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.jspecify.annotations.Nullable;

/** Draws the plates of all current objects of a ward into one file, which is there when it is complete. */
public final class PlateBatch {

    private final AddressReader addresses;
    private final CityProfile city;
    private final Order order;

    public PlateBatch(Registry registry, Order order) {
        this.addresses = registry.addressReader();
        this.city = registry.profile();
        this.order = order;
    }

    /**
     * What is to be drawn.
     *
     * @param title of the document
     * @param ward id of the place
     * @param snapshot a fixed state, so that acts that are accepted meanwhile do not tear the document
     * @param kinds of objects
     * @param size absent for what is usual for each kind
     * @param address where people reach the service
     */
    public record Order(
            String title,
            long ward,
            Snapshot snapshot,
            List<AddressKind> kinds,
            @Nullable PlateSize size,
            Sheet sheet,
            PublicAddress address) {

        public Order {
            Objects.requireNonNull(title, "title");
            kinds = List.copyOf(kinds);
        }

        private AddressQuery query(List<AddressKind> ofSize) {
            return new AddressQuery(
                    null, null, List.of(ward), null, null, ofSize, List.of(AddressStatus.CURRENT), null, null, null);
        }

        /** The kinds that are drawn in each size, so that plates of one size follow one another. */
        private Map<PlateSize, List<AddressKind>> passes() {
            Map<PlateSize, List<AddressKind>> passes = new EnumMap<>(PlateSize.class);
            for (PlateSize each : PlateSize.values()) {
                List<AddressKind> ofSize = kinds.stream()
                        .filter(kind -> each == (size == null ? PlateSize.usualFor(kind) : size))
                        .toList();
                if (!ofSize.isEmpty()) {
                    passes.put(each, ofSize);
                }
            }
            return passes;
        }
    }

    /** What a batch tells while it is at work. */
    public interface Listener {

        /** So many objects are done. */
        void reach(long done);

        /** An object could not be drawn. */
        void leaveOut(String code, String why);
    }

    /**
     * What came of a batch.
     *
     * @param drawn plates
     * @param leftOut objects that could not be drawn
     * @param sheets of the document
     */
    public record Result(long drawn, long leftOut, int sheets) {}

    /** How many objects there are to draw. */
    public long count() {
        return addresses.count(order.query(order.kinds()), order.snapshot());
    }

    /**
     * Draws the plates.
     *
     * @throws PlateException if a plate is larger than the sheet
     */
    public Result write(Path file, Listener listener) throws IOException {
        Map<PlateSize, List<AddressKind>> passes = order.passes();
        passes.keySet()
                .forEach(size -> SheetGrid.of(order.sheet(), city.plates().format(size)));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Tally tally = new Tally(listener);
        try (PlateSheets sheets = new PlateSheets(order.title(), order.sheet())) {
            for (Map.Entry<PlateSize, List<AddressKind>> pass : passes.entrySet()) {
                draw(pass.getValue(), pass.getKey(), sheets, tally);
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                sheets.save(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return new Result(tally.drawn, tally.leftOut, sheets.pages());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void draw(List<AddressKind> kinds, PlateSize size, PlateSheets sheets, Tally tally) throws IOException {
        try (Stream<AddressObject> objects = addresses.stream(order.query(kinds), order.snapshot(), false)) {
            for (AddressObject object : (Iterable<AddressObject>) objects::iterator) {
                try {
                    sheets.add(Plate.of(object, city, size, order.address()));
                    tally.draw();
                } catch (PlateException e) {
                    tally.leaveOut(object, e);
                }
            }
        }
    }

    private static final class Tally {

        private final Listener listener;
        private long drawn;
        private long leftOut;

        Tally(Listener listener) {
            this.listener = listener;
        }

        void draw() {
            drawn++;
            listener.reach(drawn + leftOut);
        }

        void leaveOut(AddressObject object, PlateException e) {
            leftOut++;
            listener.leaveOut(object.code().toString(), String.valueOf(e.getMessage()));
            listener.reach(drawn + leftOut);
        }
    }
}
