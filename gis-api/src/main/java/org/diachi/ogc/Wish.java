package org.diachi.ogc;

import java.util.List;
import java.util.Set;
import org.diachi.db.SqlPart;
import org.diachi.filter.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for beside box, time and plain values.
 *
 * @param condition on the rows; null for none
 * @param properties that the condition asks for
 * @param order of the features; empty for that of their ids
 */
record Wish(@Nullable SqlPart condition, Set<String> properties, List<SortKey> order) {

    /** Nothing else is asked for. */
    static final Wish NONE = new Wish(null, Set.of(), List.of());

    Wish {
        properties = Set.copyOf(properties);
        order = List.copyOf(order);
    }
}
