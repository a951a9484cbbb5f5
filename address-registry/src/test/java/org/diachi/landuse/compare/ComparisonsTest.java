package org.diachi.landuse.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.diachi.landuse.LandUseFixture.box;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diachi.city.CityProfile;
import org.diachi.landuse.LandUseFixture;
import org.diachi.landuse.compare.Comparison.Cell;
import org.diachi.place.PlaceReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Comparisons of small plans, whose matrices anybody can reckon. {@code old} is two squares of 100 m side by side; in
 * {@code new} the border between them has moved 20 m to the east, a road of 10 m runs through, and 10 m more belong to it in
 * the east. {@code torn} has zones over each other and gaps.
 */
class ComparisonsTest {

    @RegisterExtension
    static final LandUseFixture CITY = new LandUseFixture();

    private static Comparisons comparisons;

    @BeforeAll
    static void build() {
        CITY.plan("old").plan("new").plan("torn").plan("former-scheme");
        CITY.zones("old", "A", "ODT", box(0, 0, 100, 100), "B", "CLN", box(100, 0, 200, 100));
        CITY.zones(
                "new",
                "A",
                "ODT",
                box(0, 0, 120, 90),
                "B",
                "CLN",
                box(120, 0, 210, 90),
                "R",
                "DGT",
                box(0, 90, 210, 100));
        CITY.zones("torn", "A", "ODT", box(0, 0, 60, 100), "B", "CLN", box(40, 0, 150, 100));
        CITY.database().jdbc().update("INSERT INTO registry.place (source_key) VALUES ('west'), ('east')");
        ward("west", "W", 0, 110);
        ward("east", "E", 110, 190);
        CityProfile profile = CityProfile.read(Path.of("..", "data", "hue"));
        PlaceReader places = new PlaceReader(
                CITY.database().database().dataSource(),
                profile.grammar(),
                profile.storageCrs().epsg());
        comparisons = new Comparisons(CITY.database().database().dataSource(), places, profile);
    }

    private static void ward(String key, String code, int left, int right) {
        CITY.database().jdbc().update("""
                INSERT INTO registry.place_version (place, version, valid_from, added, code, level, type_word, name, full_name,
                                                    name_key, fold_key, shape)
                SELECT id, 1, DATE '2020-01-01', 0, ?, 'ward', 'Phường', ?, ?, ?, ?,
                       ST_Multi(ST_MakeEnvelope(561000 + ?, 1821000, 561000 + ?, 1821200, 9214))
                  FROM registry.place WHERE source_key = ?
                """, code, code, code, code, code, left, right, key);
    }

    @AfterAll
    static void close() {
        comparisons.close();
    }

    private static Side side(String plan) {
        return new Side(plan, CITY.layer("zones"), plan, LandUseFixture.DAY);
    }

    private static Comparison compare(String from, String to) {
        ComparisonQuestion question = new ComparisonQuestion(side(from), side(to), LandUseFixture.DAY, CITY.seq());
        return comparisons
                .ask(question)
                .await(Duration.ofMinutes(1))
                .orElseThrow()
                .comparison();
    }

    private static Map<String, Long> matrix(Comparison comparison) {
        return new TreeMap<>(comparison.cells().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.from().code() + ">" + cell.to().code(),
                        Collectors.collectingAndThen(Collectors.summingDouble(Cell::area), Math::round))));
    }

    private static Map<ZoneCode, Double> sums(Comparison comparison, Function<Cell, ZoneCode> side) {
        return comparison.cells().stream()
                .filter(cell -> !side.apply(cell).isOutside())
                .collect(Collectors.groupingBy(side, Collectors.summingDouble(Cell::area)));
    }

    private static void hasTheSumsThatWentIn(Comparison comparison) {
        assertThat(sums(comparison, Cell::from).keySet())
                .isEqualTo(comparison.fromAreas().keySet());
        assertThat(sums(comparison, Cell::to).keySet())
                .isEqualTo(comparison.toAreas().keySet());
        sums(comparison, Cell::from)
                .forEach((code, area) ->
                        assertThat(area).isCloseTo(comparison.fromAreas().get(code), within(area * 1e-4)));
        sums(comparison, Cell::to)
                .forEach((code, area) ->
                        assertThat(area).isCloseTo(comparison.toAreas().get(code), within(area * 1e-4)));
    }

    @Test
    void theMatrixIsThatOfTheFigure() {
        Comparison comparison = compare("old", "new");
        assertThat(matrix(comparison))
                .isEqualTo(new TreeMap<>(Map.of(
                        "ODT>ODT", 9000L,
                        "ODT>DGT", 1000L,
                        "CLN>CLN", 7200L,
                        "CLN>ODT", 1800L,
                        "CLN>DGT", 1000L,
                        ">CLN", 900L,
                        ">DGT", 100L)));
        hasTheSumsThatWentIn(comparison);
    }

    @Test
    void theMatrixIsToldByWard() {
        Map<String, Long> ofWards = compare("old", "new").cells().stream()
                .collect(Collectors.groupingBy(
                        Cell::ward,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.summingDouble(Cell::area), Math::round)));
        assertThat(ofWards).isEqualTo(new TreeMap<>(Map.of("W", 11_000L, "E", 8_000L, "", 2_000L)));
    }

    @Test
    void piecesAreWhatChangesTheLargestFirst() {
        Comparison comparison = compare("old", "new");
        assertThat(comparison.pieces())
                .isSortedAccordingTo(Comparator.comparingDouble((Comparison.Piece piece) -> -piece.area()));
        double changed = comparison.cells().stream()
                .filter(cell -> !cell.isSame())
                .mapToDouble(Cell::area)
                .sum();
        assertThat(comparison.pieces().stream()
                        .mapToDouble(Comparison.Piece::area)
                        .sum())
                .isCloseTo(changed, within(1e-6));
        assertThat(comparison.pieces())
                .allSatisfy(piece -> assertThat(piece.shape().getArea()).isCloseTo(piece.area(), within(1e-9)));
    }

    @Test
    void zonesOverEachOtherAndGapsKeepTheSums() {
        hasTheSumsThatWentIn(compare("old", "torn"));
        hasTheSumsThatWentIn(compare("torn", "new"));
    }

    @Test
    void aPlanIsAsItself() {
        Comparison same = compare("old", "old");
        assertThat(same.pieces()).isEmpty();
        assertThat(matrix(same)).containsOnlyKeys("ODT>ODT", "CLN>CLN");
    }

    @Test
    void aComparisonThatWasMadeIsGivenAgain() {
        ComparisonQuestion question = new ComparisonQuestion(side("new"), side("old"), LandUseFixture.DAY, CITY.seq());
        assertThat(comparisons.ask(question)).isSameAs(comparisons.ask(question));
    }

    @Test
    void areasAreThoseThatPostgisComputes() {
        String sql = """
                SELECT a.attributes ->> 'code' || '>' || (b.attributes ->> 'code') AS pair,
                       sum(ST_Area(ST_Intersection(a.shape, b.shape))) AS area
                  FROM registry.feature a JOIN registry.plan pa ON pa.id = a.plan AND pa.identifier = 'old'
                  JOIN registry.feature b ON b.shape && a.shape
                  JOIN registry.plan pb ON pb.id = b.plan AND pb.identifier = 'torn'
                 GROUP BY 1
                """;
        Map<String, Long> matrix = matrix(compare("old", "torn"));
        List<Map<String, Object>> rows = CITY.database().jdbc().queryForList(sql);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(matrix.getOrDefault(String.valueOf(row.get("pair")), 0L))
                        .isEqualTo(Math.round(((Number) row.get("area")).doubleValue())));
    }
}
