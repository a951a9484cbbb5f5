package org.diachi.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandUseRulesTest {

    @TempDir
    private Path folder;

    private LandUseRules read(String yaml) throws IOException {
        return new LandUseRulesReader(Files.writeString(folder.resolve(LandUseRules.FILE), yaml)).read();
    }

    @Test
    void theRulesOfHueAreRead() {
        LandUseRules rules = LandUseRules.of(CityProfile.read(Path.of("../data/hue")));
        assertThat(rules.coverage()).isEqualTo(CoverageRules.USUAL);
    }

    @Test
    void aCityWithoutTheFileHasTheUsualThresholds() {
        LandUseRules rules = LandUseRules.of(CityProfile.read(Path.of("../data/geneva")));
        assertThat(rules.coverage()).isEqualTo(CoverageRules.USUAL);
    }

    @Test
    void whatTheFileDoesNotSayIsAsUsual() throws IOException {
        CoverageRules rules = read("coverage: { severe: [gap] }").coverage();
        assertThat(rules.severe()).containsExactly(CoverageFault.GAP);
        assertThat(rules.sliverWidthMetres()).isEqualTo(CoverageRules.USUAL.sliverWidthMetres());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coverage: { severe: [hole] }        | hole' is no fault of a coverage. Known are overlap, gap",
                "coverage: { sliverWidthMetres: -1 } | thresholds of a coverage are 0 or more",
                "coverage: { width: 1 }             | width",
                "coverage: [                        | line"
            })
    void everyFaultIsTold(String yaml, String told) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(CityProfileException.class)
                .hasMessageContaining(LandUseRules.FILE)
                .hasMessageContaining(told);
    }
}
