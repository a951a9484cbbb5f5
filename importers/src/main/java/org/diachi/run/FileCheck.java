package org.diachi.run;

import java.util.List;
import java.util.Objects;
import org.diachi.issue.RowIssue;
import org.diachi.mapping.MappedRow;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all rows of a file together, before the first of them is submitted: rows that are each right may not fit one
 * another, or what the register has of other sources. Made for one run and used by one thread.
 *
 * @param <T> what a row is submitted as
 */
public interface FileCheck<T> {

    /** Takes a row that would be submitted; a row that stands in the file twice comes once. */
    void add(T row);

    /** Takes a row that is refused whatever the others are, for what it may have meant among them. */
    default void addRefused(MappedRow row) {}

    /** What is wrong, once all rows were taken. One fault of severity REFUSED keeps the whole file out. */
    List<Fault> end();

    /**
     * Something wrong with a row among the others.
     *
     * @param row of the file, from 1
     */
    record Fault(long row, @Nullable String sourceId, RowIssue issue) {

        public Fault {
            Objects.requireNonNull(issue, "issue");
        }
    }
}
