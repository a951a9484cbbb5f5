package org.diachi.filter;

import java.util.List;
import org.diachi.db.SqlPart;
import org.jspecify.annotations.Nullable;

/**
 * What of a table is wanted, and in what order.
 *
 * @param condition on rows of the table {@code v}; null for none
 * @param order what goes first; then, and where nothing is told, ids decide
 * @param after the id of the last row that was given, in this order; null to begin
 * @param limit the most that are wanted
 */
public record Selection(
        @Nullable SqlPart condition,
        List<SortKey> order,
        @Nullable Object after,
        int limit) {

    public Selection {
        order = List.copyOf(order);
    }

    /** So many in the order of their ids. */
    public static Selection first(int limit) {
        return new Selection(null, List.of(), null, limit);
    }

    /** Whether the order is another than that of the ids. */
    public boolean isSorted() {
        return !order.isEmpty();
    }
}
