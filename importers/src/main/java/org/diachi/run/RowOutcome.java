package org.diachi.run;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.diachi.issue.ImportReport;
import org.diachi.issue.RowIssue;

/**
 * What became of a row that was submitted.
 *
 * @param result how it is counted
 * @param issues what is to be said of it beside what was said when it was read
 */
record RowOutcome(Result result, List<RowIssue> issues) {

    enum Result {
        ADDED(ImportReport::countAdded),
        CHANGED(ImportReport::countChanged),
        SAME(ImportReport::countSame),
        MERGED(ImportReport::countMerged),
        REFUSED(ImportReport::countRefused);

        private final Consumer<ImportReport> counter;

        Result(Consumer<ImportReport> counter) {
            this.counter = counter;
        }

        void count(ImportReport report) {
            counter.accept(report);
        }
    }

    RowOutcome {
        Objects.requireNonNull(result, "result");
        issues = List.copyOf(issues);
    }

    static RowOutcome of(Result result) {
        return new RowOutcome(result, List.of());
    }
}
