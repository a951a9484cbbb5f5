package org.diachi.landuse.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.diachi.landuse.LandUseFixture.box;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diachi.landuse.LandUseFixture;
import org.diachi.landuse.statement.Statement.PlanPart;
import org.diachi.landuse.statement.Statement.Zone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Statements on small figures, whose areas anybody can reckon. Metres from (561000, 1821000):
 *
 * <pre>
 * 100 ┌──────────┬──────────┐ A and B are 100 × 100, C is 200 × 100 with a hole of 20 × 20 at (90, 140)–(110, 160),
 *     │ A  ODT   │ B  DKV   │ in which D lies with 10 × 10. The plan "strips" has ten strips of 10 m, from 0 to 100,
 *   0 └──────────┴──────────┘ over A. The plan "overlaps" draws two zones over each other.
 *     0         100        200
 * </pre>
 */
class GoldenStatementsTest {

    @RegisterExtension
    static final LandUseFixture CITY = new LandUseFixture();

    @BeforeAll
    static void build() {
        CITY.plan("plain").plan("strips").plan("overlaps");
        CITY.zones(
                "plain",
                "A",
                "ODT",
                box(0, 0, 100, 100),
                "B",
                "DKV",
                box(100, 0, 200, 100),
                "C",
                "CLN",
                "POLYGON ((0 100, 200 100, 200 200, 0 200, 0 100), (90 140, 110 140, 110 160, 90 160, 90 140))",
                "D",
                "DTT",
                box(95, 145, 105, 155));
        String[] strips = Stream.iterate(0, i -> i + 1)
                .limit(10)
                .flatMap(i -> Stream.of("S" + i, "TMD", box(10 * i, 0, 10 * i + 10, 100)))
                .toArray(String[]::new);
        CITY.zones("strips", strips);
        CITY.zones("overlaps", "O1", "ODT", box(0, 0, 60, 100), "O2", "DTT", box(40, 0, 90, 100));
        CITY.database().jdbc().update("""
                INSERT INTO registry.place (source_key) VALUES ('west'), ('east')
                """);
        ward("west", "W", 0, 100);
        ward("east", "E", 100, 200);
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

    private static PlanPart of(String plan, Statement statement) {
        return statement.plans().stream()
                .filter(part ->
                        part.plan() != null && part.plan().plan().identifier().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> areas(PlanPart part) {
        return part.zones().stream()
                .collect(Collectors.groupingBy(
                        Zone::code,
                        Collectors.summingDouble(
                                zone -> Math.round(zone.amount().area() * 1e6) / 1e6)));
    }

    private static double shares(PlanPart part) {
        double zones = Stream.concat(part.zones().stream(), part.slivers().stream())
                .mapToDouble(zone -> zone.amount().share())
                .sum();
        return zones + part.outside().share() - part.overlap().share();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            inside one zone           | 10,10,30,20   | {ODT=200.0}                      | 0
            over three zones          | 90,90,110,110 | {CLN=200.0, DKV=100.0, ODT=100.0} | 0
            half outside all          | -10,0,10,10   | {ODT=100.0}                      | 100
            outside all               | -50,0,-30,10  | {}                               | 200
            over a hole with an island| 80,130,120,170| {CLN=1200.0, DTT=100.0}          | 300
            in the empty hole         | 90,140,95,160 | {}                               | 100
            along a border            | 100,0,120,10  | {DKV=200.0}                      | 0
            """)
    void areasAreThoseOfTheFigure(String name, String corners, String areas, double outside) {
        String[] xy = corners.split(",");
        String subject = box(
                Double.parseDouble(xy[0]),
                Double.parseDouble(xy[1]),
                Double.parseDouble(xy[2]),
                Double.parseDouble(xy[3]));
        PlanPart plain = of("plain", CITY.statement(subject));
        assertThat(new TreeMap<>(areas(plain))).hasToString(areas);
        assertThat(plain.outside().area()).isCloseTo(outside, within(1e-6));
        assertThat(plain.slivers()).isEmpty();
        assertThat(shares(plain)).isCloseTo(100, within(1e-9));
    }

    @Test
    void tenZonesAreTenParts() {
        PlanPart strips = of("strips", CITY.statement(box(5, 20, 95, 30)));
        assertThat(strips.zones()).hasSize(10);
        assertThat(strips.zones())
                .extracting(zone -> Math.round(zone.amount().area()))
                .containsExactly(100L, 100L, 100L, 100L, 100L, 100L, 100L, 100L, 50L, 50L);
        assertThat(shares(strips)).isCloseTo(100, within(1e-9));
    }

    @Test
    void aParcelWithAHoleCountsWhatItCovers() {
        String ring = "POLYGON ((10 10, 50 10, 50 50, 10 50, 10 10), (20 20, 40 20, 40 40, 20 40, 20 20))";
        Statement statement = CITY.statement(ring);
        assertThat(statement.size().area()).isCloseTo(1200, within(1e-6));
        assertThat(areas(of("plain", statement))).containsExactly(Map.entry("ODT", 1200.0));
    }

    @Test
    void zonesThatAreDrawnOverEachOtherAreToldAsOverlap() {
        PlanPart part = of("overlaps", CITY.statement(box(0, 0, 100, 100)));
        assertThat(areas(part)).containsOnly(Map.entry("ODT", 6000.0), Map.entry("DTT", 5000.0));
        assertThat(part.overlap().area()).isCloseTo(2000, within(1e-6));
        assertThat(part.outside().area()).isCloseTo(1000, within(1e-6));
        assertThat(shares(part)).isCloseTo(100, within(1e-9));
    }

    @Test
    void aParcelAcrossWardsSaysHowMuchLiesInEach() {
        Statement statement = CITY.statement(box(70, 0, 110, 10));
        assertThat(statement.wards())
                .extracting(ward -> ward.code() + " " + Math.round(ward.amount().area()))
                .containsExactly("W 300", "E 100");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            inside a zone              | 50 50   | [ODT 100.0 false]                | 0
            on the border of two       | 100 50  | [ODT 50.0 true, DKV 50.0 true]   | 0
            where three meet           | 100 100 | [ODT 33.3 true, DKV 33.3 true, CLN 33.3 true] | 0
            on the outer border        | 0 50    | [ODT 100.0 true]                 | 0
            outside                    | -1 50   | []                               | 100
            """)
    void aPointIsSharedEvenly(String name, String point, String zones, double outside) {
        PlanPart plain = of("plain", CITY.statement("POINT (" + point + ")"));
        List<String> told = plain.zones().stream()
                .map(zone ->
                        zone.code() + " " + Math.round(zone.amount().share() * 10) / 10.0 + " " + zone.isOnBorder())
                .toList();
        assertThat(told).hasToString(zones);
        assertThat(plain.outside().share()).isEqualTo(outside);
        assertThat(shares(plain)).isCloseTo(100, within(1e-9));
    }

    @Test
    void linesAreMeasuredByLength() {
        PlanPart plain = of("plain", CITY.statement("LINESTRING (50 50, 150 50, 250 50)"));
        assertThat(plain.zones())
                .extracting(zone -> zone.code() + " " + Math.round(zone.amount().length()))
                .containsExactly("DKV 100", "ODT 50");
        assertThat(plain.outside().length()).isCloseTo(50, within(1e-6));
        assertThat(shares(plain)).isCloseTo(100, within(1e-9));
    }

    @Test
    void sliversAreListedApartAndStillCount() {
        // 0.05 % of 2,000 m² lies in B; of the small one 0.5 m².
        PlanPart thin = of("plain", CITY.statement(box(80, 0, 100.01, 100)));
        assertThat(thin.zones()).extracting(Zone::code).containsExactly("ODT");
        assertThat(thin.slivers()).extracting(Zone::code).containsExactly("DKV");
        assertThat(thin.slivers().get(0).amount().area()).isCloseTo(1.0, within(1e-6));
        assertThat(shares(thin)).isCloseTo(100, within(1e-9));
        PlanPart small = of("plain", CITY.statement(box(97, 0, 100.5, 1)));
        assertThat(small.slivers()).extracting(Zone::code).containsExactly("DKV");
        PlanPart tiny = of("plain", CITY.statement(box(50, 50, 50.5, 50.5)));
        assertThat(tiny.zones()).as("the largest part is never a sliver").hasSize(1);
    }

    @Test
    void aZoneTellsItsIndicatorsItsNameAndWhatOtherSchemesCallIt() {
        Zone zone = of("plain", CITY.statement(box(95, 145, 100, 150))).zones().get(0);
        assertThat(zone.indicators()).containsEntry("maxStoreys", 5.0).containsEntry("setbackFront", 2.5);
        assertThat(zone.names()).containsKeys("vi", "en");
        assertThat(zone.name()).isEqualTo(zone.names().get("vi"));
        assertThat(zone.scheme()).isEqualTo("vn-land-law");
        assertThat(zone.equivalents())
                .extracting(equivalent -> equivalent.scheme() + " " + equivalent.code() + " " + equivalent.isLossy())
                .containsExactly("vn-land-law-2018 DTT false");
    }

    @Test
    void whatIsNearIsToldWithItsDistance() {
        CITY.feature("green-spaces", "park", Map.of("name", "Công viên"), box(500, 500, 600, 600));
        CITY.feature("drainage-links", "l1", Map.of("diameter", 400), "LINESTRING (450 450, 480 480)");
        CITY.feature("heritage-belts", "belt", Map.of("rule", "no more than 3 storeys"), box(430, 430, 700, 700));
        Statement statement = CITY.statement(box(430, 500, 440, 520));
        assertThat(statement.greenSpaces()).hasSize(1);
        assertThat(statement.greenSpaces().get(0).distance()).isCloseTo(60, within(1e-9));
        assertThat(statement.drainage().get(0).distance()).isCloseTo(60 / Math.sqrt(2), within(1e-9));
        assertThat(statement.overlays()).hasSize(1);
        assertThat(statement.overlays().get(0).amount().share()).isCloseTo(100, within(1e-9));
        assertThat(statement.overlays().get(0).attributes()).containsEntry("rule", "no more than 3 storeys");
        assertThat(statement.sources())
                .extracting(Statement.Source::collection)
                .contains("green-spaces", "drainage-links", "heritage-belts");
        Statement far = CITY.statement(box(0, 0, 10, 10));
        assertThat(far.greenSpaces()).isEmpty();
        assertThat(far.drainage()).isEmpty();
    }
}
