package org.diachi.wms.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.diachi.pack.PackState;
import org.diachi.portrayal.style.MapStyle;
import org.jspecify.annotations.Nullable;

/**
 * To which class of a style each row belongs: rows of one class match the same rules. Found out once for the rows of a file
 * and kept, so that no picture asks a filter of a kept style. Those of other styles are found row by row. Thread-safe.
 */
final class StyleClasses {

    /** By the layer, then by the identity of the style, which several layers may have in common. */
    private final Map<String, Map<MapStyle, Kept>> kept = new ConcurrentHashMap<>();

    private record Kept(Object file, Classes classes, short[] ofRows) {}

    /** The classes of one style, found as rows with other attributes are met. Not thread-safe. */
    static final class Classes {

        private final MapStyle style;
        private final int[] columns;
        private final List<String> names;
        private final List<BitSet> matching = new ArrayList<>();
        private final Map<BitSet, Integer> numbers = new HashMap<>();
        private final Map<List<@Nullable Object>, Integer> known = new HashMap<>();

        Classes(MapStyle style, PackState state) {
            this.style = style;
            this.names = state.layer().columns();
            this.columns = style.attributes().stream()
                    .mapToInt(names::indexOf)
                    .filter(column -> column >= 0)
                    .toArray();
        }

        private Classes(Classes other) {
            this.style = other.style;
            this.columns = other.columns;
            this.names = other.names;
            this.matching.addAll(other.matching);
            this.numbers.putAll(other.numbers);
        }

        /** The class of a row. */
        int of(PackState state, int row) {
            List<@Nullable Object> key = new ArrayList<>(columns.length);
            for (int column : columns) {
                key.add(state.value(row, column));
            }
            Integer found = known.get(key);
            if (found == null) {
                found = number(style.matching(attributes(names, state.values(row))));
                known.put(key, found);
            }
            return found;
        }

        private int number(BitSet rules) {
            return numbers.computeIfAbsent(rules, key -> {
                matching.add(key);
                return matching.size() - 1;
            });
        }

        /** How many classes have been met. */
        int count() {
            return matching.size();
        }

        /** The rules that rows of a class match. */
        BitSet matching(int number) {
            return matching.get(number);
        }
    }

    /** Gives the attributes of a row by their names. */
    static Function<String, @Nullable Object> attributes(List<String> names, List<@Nullable Object> values) {
        return name -> {
            int column = names.indexOf(name);
            return column < 0 ? null : values.get(column);
        };
    }

    /** The classes of the rows of a layer. */
    RowClasses of(MapLayer layer) {
        if (!layer.isKept()) {
            return new RowClasses(new Classes(layer.style(), layer.state()), new short[0]);
        }
        Map<MapStyle, Kept> ofLayer = kept.computeIfAbsent(
                layer.state().layer().collection(), name -> Collections.synchronizedMap(new IdentityHashMap<>()));
        Kept found = ofLayer.get(layer.style());
        if (found == null || found.file() != layer.state().file()) {
            found = find(layer);
            ofLayer.put(layer.style(), found);
        }
        return new RowClasses(new Classes(found.classes()), found.ofRows());
    }

    private static Kept find(MapLayer layer) {
        PackState state = layer.state();
        Classes classes = new Classes(layer.style(), state);
        short[] ofRows = new short[state.fileRows()];
        for (int row = 0; row < ofRows.length; row++) {
            ofRows[row] = (short) classes.of(state, row);
        }
        return new Kept(state.file(), new Classes(classes), ofRows);
    }

    /**
     * The classes of rows, for one picture.
     *
     * @param classes which grow while rows are met that have changed since
     * @param ofRows of the rows of the file, as far as they are kept
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    record RowClasses(Classes classes, short[] ofRows) {

        int of(PackState state, int row) {
            return row >= 0 && row < ofRows.length ? ofRows[row] : classes.of(state, row);
        }
    }
}
