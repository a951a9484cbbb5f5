package org.diachi.landuse.statement;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notes which features a statement tells of, by where they came from. Not thread-safe. */
final class Told {

    private final Map<Key, Count> counts = new TreeMap<>();

    record Key(String collection, String source) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byCollection = collection.compareTo(other.collection);
            return byCollection == 0 ? source.compareTo(other.source) : byCollection;
        }
    }

    /**
     * What was told of one source.
     *
     * @param lastRun the last import run that any of the features came from
     * @param lastAdded the last entry of the change log that wrote any of them
     */
    record Count(int features, @Nullable Long lastRun, long lastAdded) {

        Count with(Candidate feature) {
            Long run = feature.importRun();
            boolean isLater = run != null && (lastRun == null || run > lastRun);
            return new Count(features + 1, isLater ? run : lastRun, Math.max(lastAdded, feature.added()));
        }
    }

    void add(Candidate feature) {
        Key key = new Key(feature.layer().collection(), feature.source());
        counts.merge(key, new Count(1, feature.importRun(), feature.added()), (known, first) -> known.with(feature));
    }

    Map<Key, Count> counts() {
        return counts;
    }
}
