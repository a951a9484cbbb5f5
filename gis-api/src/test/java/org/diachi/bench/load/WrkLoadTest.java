package org.diachi.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.diachi.bench.BenchException;
import org.diachi.bench.LoadResult;
import org.junit.jupiter.api.Test;

class WrkLoadTest {

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
