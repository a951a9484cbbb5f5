package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.place.PlaceRow;
import org.diachi.value.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * Every read on both time axes: what was valid on a day, as it was known at an instant. K0 is before anything was told;
 * K1, K2 and K3 are after the first, second and third act.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeTest {

    private static final List<String> DAYS =
            List.of("2024-12-31", "2025-01-01", "2025-05-31", "2025-06-01", "9999-12-31", "0001-01-01");

    /** In the order of DAYS, at K0, K1, K2, K3 and now; - is not there. */
    private static final String[] HOUSE_NUMBERS = {
        "-  -  -  -  -", "- 10 10 11 11", "- 10 10 11 11", "- 10 12 12 12", "- 10 12 12 12", "-  -  -  -  -"
    };

    private static final String[] PARK_NAMES = {
        "- - - - -", "- A B B B", "- A B B B", "- A B C C", "- A B C C", "- - - - -"
    };

    /** The code 99001 is borne by a first unit until June and by a second one from then on. */
    private static final String[] POPULATIONS = {
        "- - - - -", "- 100 100 150 150", "- 100 100 150 150", "- - 200 200 200", "- - 200 200 200", "- - - - -"
    };

    private final TestCity city = TestCity.get();
    private final Office office = new Office();
    private final List<String> instants = new ArrayList<>();
    private String house;
    private String park;

    @BeforeAll
    void tell() {
        note();
        registerHouse();
        park("A", "2025-01-01");
        unit("99001-1", "2025-01-01", "2025-06-01", 100);
        note();
        amend("change", "2025-06-01", "12");
        park("B", "2025-01-01");
        unit("99001-2", "2025-06-01", null, 200);
        note();
        amend("correct", "2025-03-01", "11");
        park("C", "2025-06-01");
        unit("99001-1", "2025-01-01", "2025-06-01", 150);
        note();
    }

    /** An instant after all that was done before and before all that is done after. */
    private void note() {
        OffsetDateTime now = city.jdbc().queryForObject("SELECT clock_timestamp()", OffsetDateTime.class);
        instants.add("&knownAt=" + now.toInstant());
    }

    private void registerHouse() {
        Reply reply = office.send("POST", "?crs=EPSG:9214", """
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [590000, 1845000]}, "properties": {
                 "kind": "building", "houseNumber": "10", "street": "Phố Thời Gian", "validFrom": "2025-01-01",
                 "position": {"method": "survey"}, "externalIds": [{"scheme": "time", "value": "1"}]}}
                """);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        house = reply.at("/id");
    }

    private void amend(String act, String day, String number) {
        String body = """
                {"act": "%s", "effective": "%s", "properties": {"houseNumber": "%s"}}""".formatted(act, day, number);
        String tag = Http.get("/api/v1/addresses/" + house + "?asOf=9999-01-01").header("ETag");
        Reply reply = office.send("PATCH", "/" + house, body, "If-Match", tag);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private void park(String code, String day) {
        Layer layer = city.registry().layers().find("green-spaces").orElseThrow();
        FeatureRegistration feature = new FeatureRegistration(
                "time",
                code.hashCode(),
                null,
                null,
                Map.of("name", code, "type", "time"),
                TestCity.geometry("POLYGON ((590000 1845000, 590100 1845000, 590100 1845100, 590000 1845000))"));
        city.registry()
                .featureRegister()
                .register(layer, "time", List.of(feature), ActContext.of("test", LocalDate.parse(day)));
        park = city.jdbc().queryForObject("SELECT max(id) FROM registry.feature WHERE source = 'time'", String.class);
    }

    private void unit(String key, String from, String to, int population) {
        Period period = new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        MultiPolygon shape = (MultiPolygon)
                TestCity.geometry("MULTIPOLYGON (((590000 1845000, 590100 1845000, 590100 1845100, 590000 1845000)))");
        PlaceRow row = new PlaceRow(
                key,
                "99001",
                "quarter",
                "Khu",
                "Thời Gian " + key.substring(6),
                "Khu Thời Gian " + key.substring(6),
                period,
                List.of(),
                List.of(),
                population,
                shape);
        city.registry().placeRegister().register(List.of(row), ActContext.of("test", period.from()));
    }

    /** What every read answers, day by day and instant by instant. */
    private void check(String[] expected, BiFunction<String, String, String> read) {
        for (int day = 0; day < DAYS.size(); day++) {
            String[] row = expected[day].strip().split(" +");
            for (int instant = 0; instant < row.length; instant++) {
                String known = instant < instants.size() ? instants.get(instant) : "";
                assertThat(read.apply(DAYS.get(day), known))
                        .as("%s at K%s", DAYS.get(day), instant)
                        .isEqualTo(row[instant]);
            }
        }
    }

    private static String at(Reply reply, String pointer) {
        assertThat(reply.status()).as(reply.body()).isIn(200, 404);
        String value = reply.status() == 404 ? "" : reply.at(pointer);
        return value.isEmpty() ? "-" : value;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/addresses/{code}?asOf={day}",
                "/{code}?f=geojson&asOf={day}",
                "/ogc/collections/addresses/items/{code}?asOf={day}",
                "/ogc/collections/addresses/items/{code}?datetime={day}"
            })
    void oneAddress(String path) {
        check(
                HOUSE_NUMBERS,
                (day, known) -> at(
                        Http.get(path.replace("{code}", house).replace("{day}", day) + known),
                        "/properties/houseNumber"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/addresses?street=Ph%E1%BB%91%20Th%E1%BB%9Di%20Gian&asOf={day}",
                "/api/v1/addresses?externalId=time:1&asOf={day}",
                "/api/v1/addresses?bbox-crs=EPSG:9214&bbox=589999,1844999,590001,1845001&kind=building&asOf={day}",
                "/ogc/collections/addresses/items?bbox-crs=EPSG:9214&bbox=589999,1844999,590001,1845001&asOf={day}",
                "/ogc/collections/addresses/items?street=Ph%E1%BB%91%20Th%E1%BB%9Di%20Gian&datetime={day}"
            })
    void lists(String path) {
        check(
                HOUSE_NUMBERS,
                (day, known) -> at(Http.get(path.replace("{day}", day) + known), "/features/0/properties/houseNumber"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void streams(String format) {
        String path = "/api/v1/addresses?externalId=time:1&f=" + format + "&asOf=";
        check(HOUSE_NUMBERS, (day, known) -> {
            String body = Http.get(path + day + known).body();
            return List.of("10", "11", "12").stream()
                    .filter(number -> body.contains("," + number + ",") || body.contains("\"houseNumber\":\"" + number))
                    .findFirst()
                    .orElse("-");
        });
    }

    @Test
    void thePlateShowsTheNumberOfTheDay() {
        check(HOUSE_NUMBERS, (day, known) -> {
            Reply reply = Http.get("/api/v1/addresses/" + house + "/plate?f=svg&asOf=" + day + known);
            String title = reply.body().replaceAll("(?s).*<title>Số ([0-9]+),.*", "$1");
            return reply.status() == 404 ? "-" : title;
        });
    }

    @Test
    void theHistoryTellsWhatWasKnownOfTheDay() {
        check(HOUSE_NUMBERS, (day, known) -> {
            Reply reply = Http.get("/api/v1/addresses/" + house + "/history?asOf=" + day + known);
            if (reply.status() == 404) {
                return "-";
            }
            return reply.json()
                    .at("/entries")
                    .valueStream()
                    .flatMap(entry -> entry.at("/states").valueStream())
                    .filter(state -> state.at("/supersededBy").isNull())
                    .map(state -> state.at("/houseNumber").asString())
                    .findFirst()
                    .orElse("-");
        });
        assertThat(Http.get("/api/v1/addresses/" + house + "/history").each("/entries", "/act"))
                .containsExactly("register", "change", "correct");
        assertThat(Http.get("/api/v1/addresses/" + house + "/history?"
                                + instants.get(2).substring(1))
                        .each("/entries", "/act"))
                .containsExactly("register", "change");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf={day}", "?datetime={day}"})
    void oneFeature(String query) {
        check(
                PARK_NAMES,
                (day, known) -> at(
                        Http.get("/ogc/collections/green-spaces/items/" + park + query.replace("{day}", day) + known),
                        "/properties/name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?type=time&asOf={day}",
                "?bbox-crs=EPSG:9214&bbox=589999,1844999,590101,1845101&asOf={day}",
                "?bbox-crs=EPSG:9214&bbox=589999,1844999,590101,1845101&datetime={day}"
            })
    void features(String query) {
        check(
                PARK_NAMES,
                (day, known) -> at(
                        Http.get("/ogc/collections/green-spaces/items" + query.replace("{day}", day) + known),
                        "/features/0/properties/name"));
    }

    @Test
    void onePlace() {
        check(
                POPULATIONS,
                (day, known) -> at(Http.get("/api/v1/places/99001?asOf=" + day + known), "/properties/population"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/places?code=99001&asOf={day}",
                "/api/v1/places?level=quarter&bbox-crs=EPSG:9214&bbox=589999,1844999,590101,1845101&asOf={day}",
                "/ogc/collections/places/items?code=99001&asOf={day}",
                "/ogc/collections/places/items?code=99001&datetime={day}"
            })
    void places(String path) {
        check(
                POPULATIONS,
                (day, known) -> at(Http.get(path.replace("{day}", day) + known), "/features/0/properties/population"));
    }

    @Test
    void placesFoundByName() {
        check(POPULATIONS, (day, known) -> {
            String path = "/api/v1/places?asOf=" + day + known + "&name=" + Http.encode("Khu Thời Gian ");
            String first = at(Http.get(path + "1"), "/features/0/properties/population");
            return first.equals("-") ? at(Http.get(path + "2"), "/features/0/properties/population") : first;
        });
    }

    @Test
    void onePlaceOfTheOgcCollection() {
        String first =
                city.jdbc().queryForObject("SELECT id FROM registry.place WHERE source_key = '99001-1'", String.class);
        String path = "/ogc/collections/places/items/" + first + "?asOf=";
        assertThat(at(Http.get(path + "2025-01-01" + instants.get(0)), "/properties/population"))
                .isEqualTo("-");
        assertThat(at(Http.get(path + "2025-01-01" + instants.get(2)), "/properties/population"))
                .isEqualTo("100");
        assertThat(at(Http.get(path + "2025-01-01" + instants.get(3)), "/properties/population"))
                .isEqualTo("150");
        assertThat(at(Http.get(path + "2025-06-01" + instants.get(3)), "/properties/population"))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=yesterday, asOf",
        "asOf=2025-02-30, asOf",
        "asOf=2025-07-01T00:00:00Z, asOf",
        "asOf=%2B10000-01-01, asOf",
        "asOf=0000-01-01, asOf",
        "asOf=-0001-01-01, asOf",
        "knownAt=2025-07-01, knownAt",
        "knownAt=2025-07-01T08:00:00, knownAt",
        "knownAt=9999-01-01T00:00:00Z, knownAt",
        "knownAt=%2B123456789-01-01T00:00:00Z, knownAt",
        "knownAt=-123456789-01-01T00:00:00Z, knownAt",
        "knownAt=, knownAt",
        "asOf=, asOf"
    })
    void whatIsNoDayOrNoPastInstantIsRefusedEverywhere(String query, String parameter) {
        for (String path : List.of(
                "/api/v1/addresses/" + house,
                "/api/v1/addresses/" + house + "/history",
                "/api/v1/addresses/" + house + "/plate",
                "/api/v1/addresses",
                "/" + house,
                "/api/v1/places",
                "/api/v1/places/99001",
                "/ogc/collections/green-spaces/items",
                "/ogc/collections/green-spaces/items/" + park,
                "/ogc/collections/places/items",
                "/ogc/collections/addresses/items")) {
            Reply reply = Http.get(path + "?" + query);
            assertThat(reply.status()).as("%s %s", path, reply.body()).isEqualTo(400);
            assertThat(reply.at("/parameter")).as(path).isEqualTo(parameter);
        }
    }

    @Test
    void aDayIsToldOnce() {
        Reply reply = Http.get("/ogc/collections/green-spaces/items?asOf=2025-07-01&datetime=2025-07-01");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains("Tell one of them");
        assertThat(Http.get("/ogc/collections/green-spaces/items?datetime=%2B12025-01-01/..")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void beforeTheFirstEntryNothingWasKnown() {
        assertThat(Http.get("/api/v1/addresses?limit=1&knownAt=0001-01-01T00:00:00Z")
                        .json()
                        .at("/features"))
                .isEmpty();
        assertThat(Http.get("/api/v1/places?limit=1&knownAt=1999-01-01T00:00:00Z")
                        .json()
                        .at("/features"))
                .isEmpty();
        assertThat(Http.get("/ogc/collections/green-spaces/items?knownAt=1999-01-01T00:00:00Z")
                        .json()
                        .at("/features"))
                .isEmpty();
        assertThat(Http.get("/api/v1/addresses/" + house + "?knownAt=1999-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesOfThePastFitTogether() {
        String next = "/ogc/collections/addresses/items?limit=3&asOf=2025-07-01" + instants.get(1);
        List<String> met = new ArrayList<>();
        while (!next.isEmpty()) {
            Reply page = Http.get(next);
            met.addAll(page.each("/features", "/id"));
            next = page.next();
        }
        assertThat(met).contains(house, city.house("1")).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aNumberAloneIsRefusedWithAdvice() {
        Reply reply = Http.get("/api/v1/addresses?number=12");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter")).isEqualTo("number");
        assertThat(reply.at("/detail")).contains("street, ward, bbox or near");
        assertThat(Http.get("/api/v1/addresses?number=12&ward=19789").status()).isEqualTo(200);
    }
}
