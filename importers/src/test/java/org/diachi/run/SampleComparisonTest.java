package org.diachi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diachi.landuse.compare.Comparison;
import org.diachi.landuse.compare.Comparison.Cell;
import org.diachi.landuse.compare.ComparisonQuestion;
import org.diachi.landuse.compare.Side;
import org.diachi.landuse.compare.ZoneCode;
import org.diachi.layer.Layer;
import org.diachi.mapping.Mapping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two plans of the sample city, whose borders do not fit one another or the wards, compared with each other. */
class SampleComparisonTest {

    @RegisterExtension
    static final ImportFixture hue = ImportFixture.of("hue");

    private static final Path SAMPLE = Path.of("..", "data", "hue", "sample");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @BeforeAll
    static void load() {
        load("wards.geojson", "wards");
        load("zones.fgb", "zones");
    }

    private static void load(String file, String mapping) {
        Path folder = SAMPLE.resolve("mappings");
        hue.run(SAMPLE.resolve("files").resolve(file), Mapping.read(folder.resolve(mapping + ".yaml")), false);
    }

    private static Side side(String plan) {
        Layer zones = hue.registry().layers().find("zones").orElseThrow();
        return new Side(plan, zones, plan, DAY);
    }

    private static void sumsAreWhatWentIn(
            Comparison comparison, Function<Cell, ZoneCode> side, Map<ZoneCode, Double> areas) {
        Map<ZoneCode, Double> sums = comparison.cells().stream()
                .filter(cell -> !side.apply(cell).isOutside())
                .collect(Collectors.groupingBy(side, Collectors.summingDouble(Cell::area)));
        assertThat(sums.keySet()).isEqualTo(areas.keySet());
        sums.forEach((code, sum) ->
                assertThat(sum).as(code.toString()).isCloseTo(areas.get(code), within(1e-4 * areas.get(code))));
    }

    @Test
    void sumsOfRowsAndColumnsAreTheAreasOfThePlans() {
        ComparisonQuestion question = new ComparisonQuestion(
                side("sample-2021-2030"),
                side("sample-vision-2050"),
                DAY,
                hue.registry().changes().head());
        Comparison comparison = hue.registry()
                .comparisons()
                .ask(question)
                .await(Duration.ofMinutes(5))
                .orElseThrow()
                .comparison();
        assertThat(comparison.pieces()).isNotEmpty();
        sumsAreWhatWentIn(comparison, Cell::from, comparison.fromAreas());
        sumsAreWhatWentIn(comparison, Cell::to, comparison.toAreas());
    }
}
