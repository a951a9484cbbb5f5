package org.diachi.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diachi.change.ActContext;
import org.diachi.issue.RowIssue;
import org.diachi.mapping.MappedRow;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a mapping become. Rows are made ready on one thread, batches on a second, and submitted on a third,
 * each in the order of the file.
 *
 * @param <T> what a row is submitted as
 */
interface Target<T> {

    /**
     * Makes a row ready, away from the database.
     *
     * @param issues takes what is to be said of the row; one of severity REFUSED goes with a null result
     */
    @Nullable
    T prepare(MappedRow row, List<RowIssue> issues);

    /** Makes rows ready to be submitted together, while the batch before may still be on its way. */
    Batch batch(List<T> rows);

    /** The tables that hold what becomes of rows, beside the log; fixed names. */
    Set<String> tables();

    /** Looks at all rows of the file before the first is submitted; empty if rows need not fit one another. */
    default Optional<FileCheck<T>> findCheck() {
        return Optional.empty();
    }

    /** Rows that are submitted together. */
    interface Batch {

        /** Submits the rows in their order, in one transaction. */
        List<RowOutcome> submit(ActContext context);
    }
}
