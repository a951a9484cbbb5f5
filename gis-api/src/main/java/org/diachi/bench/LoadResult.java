package org.diachi.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * What a load has brought.
 *
 * @param requests that were answered, well or not
 * @param errors of these, and those never answered
 * @param seconds on the clock
 * @param p50Ms the time within which half of the requests were answered, in milliseconds
 * @param p95Ms the same for 95 %
 * @param p99Ms the same for 99 %
 */
public record LoadResult(long requests, long errors, double seconds, double p50Ms, double p95Ms, double p99Ms) {

    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double PERCENT = 100;

    /**
     * The result of requests that took so long.
     *
     * @param nanoseconds of each request, in any order
     */
    public static LoadResult of(long[] nanoseconds, long errors, double seconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return new LoadResult(
                sorted.length, errors, seconds, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }

    /** By nearest rank: the smallest value that so many percent do not exceed; 0 of nothing. */
    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / PERCENT * sorted.length);
        return sorted[rank - 1] / NANOS_PER_MILLISECOND;
    }

    /** Requests a second, errors among them. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double perSecond() {
        return requests / seconds;
    }
}
