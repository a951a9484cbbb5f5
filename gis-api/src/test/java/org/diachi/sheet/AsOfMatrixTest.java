package org.diachi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.sheet.LandUseCity.box;
import static org.diachi.sheet.LandUseCity.jsonBox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diachi.Http.Reply;
import org.diachi.landuse.PlanMove;
import org.diachi.landuse.PlanStep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One zone on two time axes. It is entered as ODT from July 2025 on; then told to be DKV from 2026 on; then, back-dated, it
 * turns out that it had been DGD since October 2025 already. Its plan is entered as in force from July 2025 on; then, back-dated, it
 * turns out to have been obsolete since March 2026.
 *
 * <pre>
 * legal day      known: t1 (entered)   t2 (changed)   t3 (corrected)   t4 (plan obsolete since March)
 * 2025-08-01     ODT                   ODT            ODT              ODT
 * 2025-11-01     ODT                   ODT            DGD              DGD
 * 2026-02-01     ODT                   DKV            DGD              DGD
 * 2026-04-01     ODT                   DKV            DGD              DGD, of a plan no longer in force
 * </pre>
 */
class AsOfMatrixTest {

    private static final LandUseCity CITY = new LandUseCity();
    /** In this order side by side in the plan in force, for comparison. */
    private static final List<String> CODES = List.of("ODT", "DKV", "DGD");

    private static final List<Instant> KNOWN = new ArrayList<>();

    @BeforeAll
    static void tell() throws InterruptedException {
        CITY.plan("told", PlanStep.LEGAL_FORCE, LandUseCity.FOUNDED);
        CITY.plan("base", PlanStep.ADOPTION, LandUseCity.FOUNDED);
        CITY.zones("base", LandUseCity.FOUNDED, "base", "LUA", box(2000, 2000, 2100, 2100));
        zone("ODT", LandUseCity.FOUNDED);
        zone("DKV", LocalDate.of(2026, 1, 1));
        zone("DGD", LocalDate.of(2025, 10, 1));
        CITY.move("told", PlanMove.to(PlanStep.OBSOLETE), LocalDate.of(2026, 3, 1));
        note();
        CITY.registry().views().runOnce();
    }

    private static void zone(String code, LocalDate from) throws InterruptedException {
        CITY.zones("told", from, "z", code, box(2000, 2000, 2100, 2100));
        note();
    }

    /** What is known is told apart by instants. */
    private static void note() throws InterruptedException {
        Thread.sleep(20);
        KNOWN.add(Instant.now());
        Thread.sleep(20);
    }

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static String times(String day, int known) {
        return "asOf=" + day + "&knownAt=" + KNOWN.get(known - 1);
    }

    private static String ofStatement(String day, int known) {
        Reply reply = CITY.post(
                "/api/v1/land-use?crs=EPSG:9214&" + times(day, known),
                jsonBox(2010, 2010, 2020, 2020),
                "Content-Type",
                "application/geo+json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        for (JsonNode plan : reply.json().at("/plans")) {
            if (plan.path("identifier").asString("").equals("told")) {
                return String.join(",", codes(plan.path("zones")));
            }
        }
        return "not in force";
    }

    private static List<String> codes(JsonNode zones) {
        List<String> codes = new ArrayList<>();
        zones.forEach(zone -> codes.add(zone.path("code").asString()));
        return codes;
    }

    private static String ofItems(String day, int known) {
        Reply reply = CITY.get("/ogc/collections/zones/items?plan=told&" + times(day, known));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return String.join(",", reply.each("/features", "/properties/code"));
    }

    private static String ofComparison(String day, int known) {
        Reply reply = CITY.get("/api/v1/land-use/compare?from=base&to=told&" + times(day, known));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<String> cells = new ArrayList<>();
        reply.json()
                .at("/totals")
                .forEach(cell -> cells.add(cell.at("/from/code").asString("") + ">"
                        + cell.at("/to/code").asString("") + " "
                        + Math.round(cell.path("area").asDouble())));
        return String.join(",", cells);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-01, 1, ODT, ODT",
        "2025-08-01, 2, ODT, ODT",
        "2025-08-01, 3, ODT, ODT",
        "2025-08-01, 4, ODT, ODT",
        "2025-11-01, 1, ODT, ODT",
        "2025-11-01, 2, ODT, ODT",
        "2025-11-01, 3, DGD, DGD",
        "2025-11-01, 4, DGD, DGD",
        "2026-02-01, 1, ODT, ODT",
        "2026-02-01, 2, DKV, DKV",
        "2026-02-01, 3, DGD, DGD",
        "2026-02-01, 4, DGD, DGD",
        "2026-04-01, 1, ODT, ODT",
        "2026-04-01, 2, DKV, DKV",
        "2026-04-01, 3, DGD, DGD",
        "2026-04-01, 4, DGD, not in force"
    })
    void isRightInStatementsItemsAndComparisonsAlike(String day, int known, String code, String inForce) {
        assertThat(ofItems(day, known)).isEqualTo(code);
        assertThat(ofStatement(day, known)).isEqualTo(inForce);
        assertThat(ofComparison(day, known)).isEqualTo("LUA>" + code + " 10000");
        String times = "&TIME=" + day + "&KNOWNAT=" + KNOWN.get(known - 1);
        assertThat(ofFeatureInfo(times)).isEqualTo(code);
        assertThat(ofMap(times)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2025-08-01, ODT", "2025-11-01, DGD", "2026-02-01, DGD", "2026-04-01, DGD"})
    void mapsShowEachDayAsItIsBelievedNow(String day, String code) {
        assertThat(ofFeatureInfo("&TIME=" + day)).isEqualTo(code);
        assertThat(ofMap("&TIME=" + day)).isEqualTo(code);
    }

    private static String ofFeatureInfo(String times) {
        return new JsonMapper()
                .readTree(CITY.featureInfo(2050, 2050, times))
                .at("/features")
                .valueStream()
                .filter(feature -> feature.at("/properties/plan").asString("").equals("told"))
                .map(feature -> feature.at("/properties/code").asString())
                .collect(Collectors.joining(","));
    }

    /** Which code has the colour of the place. */
    private static String ofMap(String times) {
        int found = CITY.colour(2050, 2050, "&CQL_FILTER=plan='told'" + times);
        return IntStream.range(0, CODES.size())
                .filter(i -> CITY.colour(50 + 100 * i, 50, "") == found)
                .mapToObj(CODES::get)
                .collect(Collectors.joining(","));
    }

    @Test
    void mapsShowNothingOfWhatWasNotKnownYet() {
        String before = "&TIME=2025-08-01&DIM_KNOWNAT=2020-01-01";
        assertThat(CITY.colour(2050, 2050, before)).isEqualTo(0xFFFFFFFF);
        assertThat(CITY.featureInfo(2050, 2050, before)).contains("\"numberReturned\":0");
        assertThat(CITY.featureInfo(2050, 2050, "&KNOWNAT=yesterday")).contains("InvalidDimensionValue");
    }

    @Test
    void twoDaysAreComparedWithEachOther() {
        String question = "/api/v1/land-use/compare?from=told@2025-08-01&to=told@2026-02-01&knownAt=";
        Reply asKnownAtFirst = CITY.get(question + KNOWN.get(0));
        assertThat(asKnownAtFirst.json().path("changedArea").asDouble()).isZero();
        Reply now = CITY.get(question + KNOWN.get(2));
        assertThat(now.json().path("changedShare").asDouble()).isEqualTo(100);
        Reply pieces = CITY.get("/api/v1/land-use/compare/pieces?from=told@2025-08-01&to=told@2026-02-01&limit=1");
        assertThat(pieces.each("/features", "/properties/toCode")).containsExactly("DGD");
    }
}
