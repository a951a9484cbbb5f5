package org.diachi.db;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a statement that differ from question to question: fixed fragments of SQL and their bound values. */
public final class Where {

    private final List<String> fragments = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * Adds a condition.
     *
     * @param fragment SQL with one {@code ?} for each value; never made of a caller's text
     */
    public Where and(String fragment, Object... bound) {
        fragments.add(fragment);
        values.addAll(List.of(bound));
        return this;
    }

    /** Adds a condition that was put together elsewhere. */
    public Where and(SqlPart part) {
        fragments.add(part.sql());
        values.addAll(part.values());
        return this;
    }

    /** The conditions, joined by AND; {@code true} when there are none. */
    public String sql() {
        return fragments.isEmpty() ? "true" : String.join("\n   AND ", fragments);
    }

    /** The bound values, in the order of their marks. */
    public List<Object> values() {
        return List.copyOf(values);
    }
}
