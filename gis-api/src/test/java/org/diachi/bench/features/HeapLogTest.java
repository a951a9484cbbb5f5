package org.diachi.bench.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the log that a virtual machine writes of its garbage collections. */
class HeapLogTest {

    @Test
    void tellsTheMostThatWasLeftSinceALine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("heap.log");
        Files.writeString(file, """
                [0.012s][info][gc] Using G1
                [1.204s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 246M->91M(512M) 3.100ms
                [2.001s][info][gc] GC(1) Concurrent Mark Cycle 12.030ms
                [2.300s][info][gc] GC(2) Pause Young (Mixed) (G1 Evacuation Pause) 103M->40M(215M) 10.355ms
                [2.900s][info][gc] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 140M->45M(215M) 2.355ms
                """);
        HeapLog log = new HeapLog(file);
        assertThat(log.position()).isEqualTo(5);
        assertThat(log.mostMegabytesSince(0)).isEqualTo(91);
        assertThat(log.mostMegabytesSince(2)).isEqualTo(45);
        assertThat(log.mostMegabytesSince(5)).isZero();
    }
}
