package org.diachi.pack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diachi.pack.file.IntList;
import org.diachi.pack.file.Levels;
import org.diachi.pack.file.Pack;
import org.diachi.pack.file.PackRow;
import org.diachi.pack.file.Scratch;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeCode;
import org.jspecify.annotations.Nullable;

/**
 * A layer as it is at an entry of the log. Rows are known by numbers: from 0 on those of the file, below 0 those that have
 * changed since. They are always in the same order, that of the Hilbert curve. Immutable and thread-safe.
 */
public final class PackState {

    /** Steps around everything, some metres: a single point too is to have a box (OGC 06-042, 6.7.4). */
    private static final int MARGIN = 1 << 9;

    private final PackLayer layer;
    private final Pack base;
    private final Overlay overlay;
    private final long seq;
    private final long changed;
    private final int latestFirstDay;
    private final Optional<Box> box;

    /** A layer of which an entry of the log was the last to change anything. */
    PackState(PackLayer layer, Pack base, Overlay overlay, long seq, long changed) {
        this.changed = changed;
        this.layer = layer;
        this.base = base;
        this.overlay = overlay;
        this.seq = seq;
        this.latestFirstDay = base.latestFirstDay();
        this.box = Stream.concat(
                        base.box().stream(), Arrays.stream(overlay.entries()).map(Overlay.Entry::box))
                .reduce(Box::and)
                .map(around -> around.grown(MARGIN));
    }

    /** The layer. */
    public PackLayer layer() {
        return layer;
    }

    /** The last entry of the log that is in it. */
    public long seq() {
        return seq;
    }

    /** The last entry of the log that has changed anything in it, as far as is known. */
    public long changed() {
        return changed;
    }

    /** The same at a later entry of the log, which has changed nothing. */
    PackState at(long later) {
        return new PackState(layer, base, overlay, later, changed);
    }

    /** What tells the file from others: rows from 0 on have the same numbers and attributes as long as it is the same. */
    public Object file() {
        return base;
    }

    /** How many rows the file has. */
    public int fileRows() {
        return base.count();
    }

    Pack base() {
        return base;
    }

    Overlay overlay() {
        return overlay;
    }

    /**
     * The rows in a box on some days, in their order.
     *
     * @param found to which they are added
     */
    public void query(Box box, Days days, IntList found) {
        int before = found.size();
        base.query(box, found);
        boolean isAlways = base.isTimeless() && latestFirstDay < days.end();
        if (isAlways && overlay.isEmpty()) {
            return;
        }
        int[] hits = Arrays.copyOfRange(found.toArray(), before, found.size());
        found.truncate(before);
        int next = 0;
        Overlay.Entry[] entries = overlay.entries();
        for (int hit : hits) {
            if (overlay.hides(hit) || !(isAlways || days.meet(base.firstDay(hit), base.endDay(hit)))) {
                continue;
            }
            next = addEntries(next, hit, box, days, found);
            found.add(hit);
        }
        addEntries(next, -1, box, days, found);
        if (days.isLong() && !(base.isTimeless() && entries.length == 0)) {
            keepLastStates(before, found);
        }
    }

    /** Adds what has changed and comes before a row of the file; all the rest if there is none. */
    private int addEntries(int from, int row, Box box, Days days, IntList found) {
        Overlay.Entry[] entries = overlay.entries();
        int next = from;
        for (; next < entries.length; next++) {
            Overlay.Entry entry = entries[next];
            if (!entry.box().intersects(box)
                    || !days.meet(entry.row().firstDay(), entry.row().endDay())) {
                continue;
            }
            if (row >= 0 && !isBefore(entry, row)) {
                break;
            }
            found.add(~next);
        }
        return next;
    }

    private boolean isBefore(Overlay.Entry entry, int row) {
        int byKey = Long.compare(entry.key(), base.box(row).hilbert());
        return byKey != 0 ? byKey < 0 : entry.row().id() < base.id(row);
    }

    private void keepLastStates(int before, IntList found) {
        Map<Long, Integer> last = new HashMap<>();
        int[] hits = Arrays.copyOfRange(found.toArray(), before, found.size());
        for (int hit : hits) {
            last.merge(id(hit), hit, (one, other) -> firstDay(one) < firstDay(other) ? other : one);
        }
        found.truncate(before);
        for (int hit : hits) {
            if (last.getOrDefault(id(hit), hit) == hit) {
                found.add(hit);
            }
        }
    }

    private PackRow changed(int row) {
        return overlay.entries()[~row].row();
    }

    /**
     * Decodes the shape of a row.
     *
     * @param level the number of the level
     * @return false if nothing of it is to be seen at that level
     */
    public boolean read(int row, int level, ShapeCode code, Scratch scratch) {
        if (row >= 0) {
            return base.read(row, level, code, scratch);
        }
        Shape shape = changed(row).shape();
        float[] weights = new float[shape.points()];
        Arrays.fill(weights, Float.POSITIVE_INFINITY);
        Shape coarse = scratch.generaliser().atLevel(shape, weights, Levels.zoom(level));
        code.take(coarse);
        return !coarse.isEmpty();
    }

    /** The box of a row. */
    public Box box(int row) {
        return row >= 0 ? base.box(row) : overlay.entries()[~row].box();
    }

    /** The id of a row's feature: for address objects what its code tells. */
    public long id(int row) {
        return row >= 0 ? base.id(row) : changed(row).id();
    }

    /** The first day on which the row is valid, as days since 1970. */
    public int firstDay(int row) {
        return row >= 0 ? base.firstDay(row) : changed(row).firstDay();
    }

    /** The day from which on it is no longer valid; {@link PackRow#OPEN} without end. */
    public int endDay(int row) {
        return row >= 0 ? base.endDay(row) : changed(row).endDay();
    }

    /** The attributes of a row, one for each column of the layer. */
    public List<@Nullable Object> values(int row) {
        return Arrays.asList(row >= 0 ? base.values(row) : changed(row).values());
    }

    /** One attribute of a row. */
    public @Nullable Object value(int row, int column) {
        return row >= 0 ? base.value(row, column) : changed(row).values()[column];
    }

    /** A box around everything, and maybe what was there before; never without an area. */
    public Optional<Box> box() {
        return box;
    }

    /** All rows that count. */
    IntList rows() {
        IntList rows = new IntList(base.count());
        for (int row = 0; row < base.count(); row++) {
            if (!overlay.hides(row)) {
                rows.add(row);
            }
        }
        for (int entry = 0; entry < overlay.entries().length; entry++) {
            rows.add(~entry);
        }
        return rows;
    }
}
