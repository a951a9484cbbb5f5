package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.address.AddressContent;
import org.diachi.address.Registration;
import org.diachi.change.ActContext;
import org.diachi.feed.Village;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.value.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells of persons is in no public answer, whichever way one asks; who answers for the register sees it. */
class PersonalFieldsTest {

    private static final String SECRET = "Nguyễn Thị Hoa";
    private static final String OPEN = "06:00-22:00";
    private static final TwoWards CITY = new TwoWards();

    private static Code code;

    @BeforeAll
    static void register() {
        AddressContent house = CITY.building(TwoWards.EAST);
        AddressContent owned = new AddressContent(
                house.kind(),
                house.status(),
                null,
                house.houseNumber(),
                house.street(),
                house.ward(),
                house.quality(),
                house.position(),
                house.shape(),
                null,
                List.of(),
                Map.of("ownerName", SECRET, "openingHours", OPEN));
        code = CITY.village
                .registerAll(List.of(new Registration(owned, null, List.of())))
                .get(0);
        List<LayerField> fields = List.of(
                new LayerField("species", "string", Map.of(), null, null),
                new LayerField("plantedBy", "string", Map.of(), null, null, true));
        Layer trees = CITY.village.registry().layers().create("trees", Map.of("en", "Trees"), "point", fields, null);
        FeatureRegistration tree = new FeatureRegistration(
                "t1",
                1L,
                null,
                null,
                Map.of("species", OPEN, "plantedBy", SECRET),
                Village.geometry("POINT (565000 1830000)"));
        CITY.village
                .registry()
                .featureRegister()
                .register(trees, "test", List.of(tree), ActContext.of("gardener", TwoWards.FOUNDED));
    }

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static String path(String path) {
        return path.replace("CODE", code.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/addresses/CODE",
                "/api/v1/addresses/CODE?geometry=footprint&asOf=2024-01-01",
                "/api/v1/addresses?f=geojson",
                "/api/v1/addresses?f=ndjson",
                "/api/v1/addresses?f=csv",
                "/api/v1/addresses/CODE/history",
                "/api/v1/changes",
                "/api/v1/changes?f=ndjson",
                "/ogc/collections",
                "/ogc/collections/trees",
                "/ogc/collections/trees/items",
                "/ogc/collections/trees/items/1",
                "/ogc/collections/trees/queryables",
                "/ogc/collections/trees/sortables",
                "/ogc/collections/trees/schema",
                "/ogc/collections/trees/items?f=csv",
                "/ogc/collections/trees/items?f=html",
                "/ogc/collections/trees/items?f=jsonfg",
                "/ogc/collections/trees/items?f=geojsonseq",
                "/ogc/collections/trees/items?f=flatgeobuf",
                "/ogc/collections/trees/items/1?f=html",
                "/ogc/collections/addresses/items?f=csv",
                "/ogc/collections/addresses/items?f=jsonfg",
                "/ogc/collections/addresses/items?f=html",
                "/ogc/collections/addresses/items",
                "/ogc/collections/addresses/items/CODE",
                "/CODE"
            })
    void arePubliclyToldByNothing(String path) {
        for (String bearer : List.of("", CITY.key(Role.APPROVER), CITY.key(Role.STEWARD, TwoWards.EAST))) {
            Reply reply = CITY.get(bearer, path(path));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).doesNotContain(SECRET, "ownerName", "plantedBy");
        }
    }

    @Test
    void whatIsNotPersonalIsTold() {
        for (String path : List.of(
                "/api/v1/addresses/CODE",
                "/api/v1/changes",
                "/ogc/collections/trees/items",
                "/ogc/collections/addresses/items/CODE")) {
            assertThat(CITY.get("", path(path)).body()).contains(OPEN);
        }
    }

    @Test
    void theFeedTellsThemToNobody() {
        assertThat(CITY.get(CITY.key(Role.ADMINISTRATOR), "/api/v1/changes").body())
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/addresses/CODE",
                "/api/v1/addresses?f=ndjson",
                "/ogc/collections/trees/items",
                "/ogc/collections/addresses/items/CODE"
            })
    void areToldToWhoAnswersForTheRegisterAndToNoCache(String path) {
        Reply open = CITY.get("", path(path));
        Reply told = CITY.get(CITY.key(Role.STEWARD), path(path));
        assertThat(told.body()).contains(SECRET);
        assertThat(told.header("ETag")).isNotEqualTo(open.header("ETag"));
        assertThat(String.join(",", told.headers().get("vary")).toLowerCase(Locale.ROOT))
                .contains("authorization");
        assertThat(told.header("Cache-Control")).doesNotContain("public");
    }

    @Test
    void noSharedCacheKeepsAnAnswerToAKey() {
        String settled = "/api/v1/addresses?asOf=2024-01-01&knownAt="
                + CITY.lastAudit().at().toString();
        assertThat(CITY.get("", settled).header("Cache-Control")).startsWith("public");
        assertThat(CITY.get(CITY.key(Role.STEWARD), settled).header("Cache-Control"))
                .startsWith("private");
    }

    @Test
    void cannotBeGuessedByAskingForThem() {
        String guess = "/ogc/collections/trees/items?plantedBy=" + Http.encode(SECRET);
        assertThat(CITY.get("", guess).status()).isEqualTo(400);
        assertThat(CITY.get(CITY.key(Role.STEWARD), guess).each("/features", "/properties/plantedBy"))
                .containsExactly(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=plantedBy = 'Nguyễn Thị Hoa'",
                "filter=plantedBy IS NULL",
                "filter=species = 'x' OR CASEI(plantedBy) LIKE 'n%'",
                "sortby=plantedBy",
                "properties=plantedBy"
            })
    void cannotBeGuessedByFiltersAndOrders(String question) {
        String[] parts = question.split("=", 2);
        String path = "/ogc/collections/trees/items?" + parts[0] + "=" + Http.encode(parts[1]);
        for (String bearer : List.of("", CITY.key(Role.APPROVER), CITY.key(Role.STEWARD, TwoWards.EAST))) {
            Reply reply = CITY.get(bearer, path);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.each("/known", "")).doesNotContain("plantedBy");
        }
        assertThat(CITY.get(CITY.key(Role.STEWARD), path).status()).isEqualTo(200);
    }

    @Test
    void areKeptWhenOthersChangeTheObject() {
        String body = "{\"act\": \"correct\", \"effective\": \"2021-01-01\", \"properties\": {\"name\": \"Nhà\"}}";
        Reply done = CITY.send(CITY.key(Role.EDITOR), "PATCH", "/api/v1/addresses/" + code, body, "If-Match", "*");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).doesNotContain(SECRET);
        assertThat(CITY.get(CITY.key(Role.STEWARD), path("/api/v1/addresses/CODE"))
                        .body())
                .contains(SECRET);
    }
}
