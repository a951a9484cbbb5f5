package org.diachi.issue;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of a file, in numbers. Rows read are always the sum of rows added, changed, same, merged and
 * refused.
 */
public final class ImportReport {

    private long added;
    private long changed;
    private long same;
    private long merged;
    private long refused;
    private final Map<String, Long> issuesByRule = new TreeMap<>();

    /** A row has become a new object. */
    public void countAdded() {
        added++;
    }

    /** A row has changed its object. */
    public void countChanged() {
        changed++;
    }

    /** A row told nothing new. */
    public void countSame() {
        same++;
    }

    /** A row was joined to an object that was there before. */
    public void countMerged() {
        merged++;
    }

    /** A row was not taken over. */
    public void countRefused() {
        refused++;
    }

    /** Notes an issue by its rule. */
    public void count(RowIssue issue) {
        issuesByRule.merge(issue.rule(), 1L, Long::sum);
    }

    public long added() {
        return added;
    }

    public long changed() {
        return changed;
    }

    public long same() {
        return same;
    }

    public long merged() {
        return merged;
    }

    public long refused() {
        return refused;
    }

    /** Rows that are in the register as told: new, changed or as they were. */
    public long stored() {
        return added + changed + same;
    }

    /** All rows that were read. */
    public long read() {
        return stored() + merged + refused;
    }

    /** How many issues there were. */
    public long issues() {
        return issuesByRule.values().stream().mapToLong(count -> count).sum();
    }

    /** How many issues there were of each rule, in alphabetical order. */
    public Map<String, Long> issuesByRule() {
        return Collections.unmodifiableMap(new TreeMap<>(issuesByRule));
    }
}
