package org.diachi.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diachi.pack.file.Pack;
import org.diachi.pack.file.PackRow;
import org.diachi.pack.grid.Box;

/** What has changed since a pack was written: new rows of features, and which rows of the pack no longer count. Immutable. */
final class Overlay {

    private final Map<Long, Changed> features;
    private final BitSet hidden;
    private final Entry[] entries;

    /** A feature as it is since an entry of the log; without rows if it is gone. */
    private record Changed(long seq, List<PackRow> rows) {}

    /** A row with what it is found by. */
    record Entry(PackRow row, Box box, long key) {

        private static Entry of(PackRow row) {
            Box box = row.shape().box();
            return new Entry(row, box, box.hilbert());
        }
    }

    private Overlay(Map<Long, Changed> features, BitSet hidden) {
        this.features = features;
        this.hidden = hidden;
        this.entries = features.values().stream()
                .flatMap(changed -> changed.rows().stream())
                .map(Entry::of)
                .sorted(Comparator.comparingLong(Entry::key)
                        .thenComparingLong(entry -> entry.row().id())
                        .thenComparingInt(entry -> entry.row().firstDay()))
                .toArray(Entry[]::new);
    }

    static Overlay empty() {
        return new Overlay(Map.of(), new BitSet());
    }

    /**
     * With features as they are since an entry of the log.
     *
     * @param ids of all features that were touched
     * @param rows of those that are still there
     */
    Overlay with(Pack base, long seq, Collection<Long> ids, Collection<PackRow> rows) {
        Map<Long, Changed> all = new HashMap<>(features);
        ids.forEach(id -> all.put(id, new Changed(seq, List.of())));
        Map<Long, List<PackRow>> byId = new HashMap<>();
        rows.forEach(
                row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        byId.forEach((id, own) -> all.put(id, new Changed(seq, List.copyOf(own))));
        return over(base, all);
    }

    /** What is left of it over a pack that contains the log up to an entry. */
    Overlay after(Pack base) {
        Map<Long, Changed> left = new HashMap<>(features);
        left.values().removeIf(changed -> changed.seq() <= base.head().seq());
        return over(base, left);
    }

    private static Overlay over(Pack base, Map<Long, Changed> features) {
        BitSet hidden = new BitSet(base.count());
        features.keySet().forEach(id -> Arrays.stream(base.rows(id)).forEach(hidden::set));
        return new Overlay(features, hidden);
    }

    boolean isEmpty() {
        return features.isEmpty();
    }

    /** How many features have changed. */
    int size() {
        return features.size();
    }

    boolean hides(int row) {
        return hidden.get(row);
    }

    Entry[] entries() {
        return entries;
    }
}
