package org.diachi.bench.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeSampleTest {

    @Test
    void takesCodesOnly() throws IOException {
        CodeSample sample = CodeSample.choose(lines("""
                code,kind,name
                7K3Q-9MXP,building,"Café
                au lait"
                7K3Q-9MXQ,building,
                """), 10);
        assertThat(sample.codes()).containsExactly("7K3Q-9MXP", "7K3Q-9MXQ");
        assertThat(sample.registered()).isEqualTo(2);
    }

    @Test
    void takesFromAllOfTheRegister() throws IOException {
        String register = IntStream.range(0, 10_000)
                .mapToObj("0000-%04d,building"::formatted)
                .collect(Collectors.joining("\n"));
        CodeSample sample = CodeSample.choose(lines(register), 1000);
        assertThat(sample.registered()).isEqualTo(10_000);
        assertThat(sample.codes()).hasSize(1000).doesNotHaveDuplicates();
        assertThat(sample.codes().stream().filter(code -> code.compareTo("0000-5") >= 0))
                .hasSizeBetween(400, 600);
    }

    private static BufferedReader lines(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
