package org.diachi.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one entry of the log did to the states of its object. Applied in the order of the log, these lead from nothing to
 * all that the register believes.
 *
 * @param ended the states that are believed no longer, by their first day
 * @param written the states that are believed from now on, by their first day
 */
public record StateChange<T>(List<T> ended, List<T> written) {

    public StateChange {
        ended = List.copyOf(ended);
        written = List.copyOf(written);
    }

    /** Sorts the states that a statement brings by the entries that ended or wrote them. */
    public static final class Collector<T> {

        private final Map<Long, List<T>> ended = new HashMap<>();
        private final Map<Long, List<T>> written = new HashMap<>();

        /** Takes one state. */
        public void add(long seq, boolean isWritten, T state) {
            (isWritten ? written : ended)
                    .computeIfAbsent(seq, key -> new ArrayList<>())
                    .add(state);
        }

        /** What the entry did. */
        public StateChange<T> of(long seq) {
            return new StateChange<>(ended.getOrDefault(seq, List.of()), written.getOrDefault(seq, List.of()));
        }
    }
}
