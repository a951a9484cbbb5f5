package org.diachi.pack.file;

import java.util.Objects;
import org.diachi.pack.grid.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One state of a feature.
 *
 * @param id of the feature
 * @param firstDay on which it is valid, as days since 1970
 * @param endDay from which on it is no longer valid; {@link #OPEN} without end
 * @param shape not empty
 * @param values one for each column of the layer: a String, Long, Double or Boolean, or null
 */
@SuppressWarnings("ArrayRecordComponent") // one of each row that is read, compared by nobody
public record PackRow(
        long id,
        int firstDay,
        int endDay,
        Shape shape,
        @Nullable Object[] values) {

    /** The end of a state that has none. */
    public static final int OPEN = Integer.MAX_VALUE;

    public PackRow {
        Objects.requireNonNull(shape, "shape");
    }
}
