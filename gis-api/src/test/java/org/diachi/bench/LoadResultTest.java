package org.diachi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
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
}
