package org.diachi.run;

import java.util.List;
import org.diachi.change.ActContext;
import org.diachi.issue.RowIssue;
import org.diachi.mapping.MappedRow;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a mapping become.
 *
 * @param <T> what a row is submitted as
 */
interface Target<T> {

    /**
     * Makes a row ready, away from the database and on another thread than {@link #submit}.
     *
     * @param issues takes what is to be said of the row; one of severity REFUSED goes with a null result
     */
    @Nullable
    T prepare(MappedRow row, List<RowIssue> issues);

    /** Submits rows in their order, in one transaction. */
    List<RowOutcome> submit(List<T> rows, ActContext context);
}
