package org.diachi.ogc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.diachi.change.Snapshot;
import org.diachi.filter.Column;
import org.diachi.layer.LayerField;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;

/** A collection of OGC API Features, whatever its features are kept in. */
interface Collection {

    /** Its name in addresses. */
    String id();

    /** What it is called, by language tag. */
    Map<String, String> titles();

    /** {@code point}, {@code line}, {@code polygon}, {@code any} or {@code none}. */
    String geometryType();

    /** The properties that can be asked for by value. */
    List<LayerField> fields();

    /**
     * What filters and sorting can ask for, by name.
     *
     * @param state in which what stands in other tables counts
     */
    Map<String, Column> columns(Snapshot state);

    /** The members that {@code properties} of its features may have. */
    List<String> members();

    /** Those of them that are no plain values, with the type that JSON has for them. */
    default Map<String, String> structures() {
        return Map.of();
    }

    /** The agency that answers for it. */
    @Nullable
    String owner();

    /**
     * Its features by conditions, in the order of their ids unless told otherwise.
     *
     * @param limit the most that are wanted
     */
    List<Item> list(ItemQuery query, int limit);

    /**
     * How many features there are on some day of a period; empty if there are more than are counted.
     *
     * @param seq the last entry of the change log that counts
     * @param most that are counted
     */
    default OptionalLong count(Period valid, long seq, int most) {
        return OptionalLong.empty();
    }

    /**
     * One feature.
     *
     * @param valid the last state in this period is meant
     * @param seq the last entry of the change log that counts
     */
    Optional<Item> find(String id, Period valid, long seq);
}
