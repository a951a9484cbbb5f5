package org.diachi.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.diachi.db.FreshPlan;
import org.diachi.db.SqlPart;
import org.diachi.db.Where;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ids of a table's objects in an order that is not theirs. A page goes on after the last object of the page before,
 * whose values are read again: the state that a walk shows does not change, so they are the same. Thread-safe.
 */
public final class SortedIds {

    private final JdbcTemplate jdbc;
    private final String table;
    private final String id;

    /**
     * For one table of versions.
     *
     * @param table its name; it and the id are fixed in the program, never taken from outside
     * @param id the column that names the object
     */
    public SortedIds(JdbcTemplate jdbc, String table, String id) {
        this.jdbc = jdbc;
        this.table = table;
        this.id = id;
    }

    /**
     * The ids of the objects of a page.
     *
     * @param where which versions count; of each object the latest among them
     * @param selection its condition does not count, but must be in {@code where}
     */
    public <I> List<I> list(Where where, Selection selection, Class<I> type) {
        StringBuilder sql = new StringBuilder("WITH chosen AS (SELECT DISTINCT ON (v.%1$s) v.%1$s AS id".formatted(id));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < selection.order().size(); i++) {
            SqlPart value = selection.order().get(i).value();
            sql.append(", ").append(value.sql()).append(" AS k").append(i);
            values.addAll(value.values());
        }
        sql.append(" FROM ").append(table).append(" v WHERE ").append(where.sql());
        values.addAll(where.values());
        sql.append(" ORDER BY v.%s, v.valid_from DESC)\nSELECT c.id FROM chosen c".formatted(id));
        if (selection.after() != null) {
            sql.append(" CROSS JOIN (SELECT * FROM chosen WHERE id = ?) a WHERE ")
                    .append(comesAfter(selection, 0));
            values.add(selection.after());
        }
        sql.append("\n ORDER BY ");
        for (int i = 0; i < selection.order().size(); i++) {
            sql.append("c.k")
                    .append(i)
                    .append(isDescending(selection, i) ? " DESC" : "")
                    .append(" NULLS LAST, ");
        }
        values.add(selection.limit());
        return jdbc.query(
                new FreshPlan(sql.append("c.id LIMIT ?").toString(), values),
                (row, number) -> row.getObject("id", type));
    }

    private static boolean isDescending(Selection selection, int key) {
        return selection.order().get(key).isDescending();
    }

    /** Row c is after row a, as far as the keys from this one on tell. */
    private static String comesAfter(Selection selection, int key) {
        if (key == selection.order().size()) {
            return "c.id > a.id";
        }
        String further = isDescending(selection, key) ? "<" : ">";
        return "(c.k%1$d %2$s a.k%1$d OR (c.k%1$d IS NULL AND a.k%1$d IS NOT NULL) OR (c.k%1$d IS NOT DISTINCT FROM a.k%1$d AND %3$s))"
                .formatted(key, further, comesAfter(selection, key + 1));
    }

    /** Objects in the order of their ids in a list. */
    public static <T, I> List<T> inOrder(List<T> objects, Function<T, I> idOf, List<I> ids) {
        Map<I, Integer> places = new HashMap<>();
        ids.forEach(each -> places.put(each, places.size()));
        List<T> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparing(object -> places.getOrDefault(idOf.apply(object), Integer.MAX_VALUE)));
        return sorted;
    }
}
