package org.diachi.bench.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.LongStream;
import org.diachi.bench.BenchException;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    @Test
    void percentilesAreByNearestRank() {
        long[] oneToTwoHundredMilliseconds =
                LongStream.rangeClosed(1, 200).map(ms -> (201 - ms) * 1_000_000).toArray();
        LoadResult result = LoadResult.of(oneToTwoHundredMilliseconds, 3, 4.0);
        assertThat(result).isEqualTo(new LoadResult(200, 3, 4.0, 100, 190, 198));
        assertThat(result.perSecond()).isEqualTo(50);
    }

    @Test
    void oneRequestIsEveryPercentile() {
        assertThat(LoadResult.of(new long[] {2_500_000}, 0, 1)).isEqualTo(new LoadResult(1, 0, 1, 2.5, 2.5, 2.5));
    }

    @Test
    void noRequestsAreNoFailure() {
        assertThat(LoadResult.of(new long[] {}, 16, 1).perSecond()).isZero();
    }

    @Test
    void readsWhatWrkTells() {
        String output = """
                Running 15s test @ http://localhost:8080
                  1 threads and 16 connections
                Requests/sec:   6000.00
                {"requests":90000,"errors":2,"seconds":15.000000,"p50Ms":1.250,"p95Ms":3.500,"p99Ms":8.000}
                """;
        assertThat(WrkLoad.read(output)).isEqualTo(new LoadResult(90_000, 2, 15, 1.25, 3.5, 8));
    }

    @Test
    void wrkWithoutAResultIsAFailure() {
        assertThatExceptionOfType(BenchException.class).isThrownBy(() -> WrkLoad.read("unable to connect"));
    }
}
