package org.diachi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.sheet.LandUseCity.box;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.Http.Reply;
import org.diachi.landuse.PlanStep;
import org.diachi.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How far plans have come, and who sees them on the way: through statements, OGC API, maps and tiles alike. */
class PlansTest {

    private static final LandUseCity CITY = new LandUseCity();
    private static final int WHITE = 0xFFFFFFFF;
    private static final LocalDate BEGUN = LocalDate.of(2025, 8, 1);

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static Reply move(String plan, String body, Role role) {
        return CITY.post(
                "/api/v1/plans/" + plan + "/step",
                body,
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + CITY.key(role));
    }

    private static List<String> plans(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.each("/plans", "/identifier");
    }

    private static List<String> steps(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<String> steps = new ArrayList<>();
        reply.json()
                .at("/steps")
                .forEach(step -> steps.add(step.path("step").asString() + " "
                        + step.path("validFrom").asString() + " "
                        + (step.path("validTo").isNull()
                                ? ""
                                : step.path("validTo").asString())));
        return steps;
    }

    private static String items(String plan, String... headers) {
        Reply reply = CITY.get("/ogc/collections/zones/items?f=json&plan=" + plan, headers);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return String.join(",", reply.each("/features", "/properties/code"));
    }

    /** What is at a place of the map, 5 m from the corner. */
    private static String onTheMap(double east, double north, String... headers) {
        CITY.registry().views().runOnce();
        return CITY.featureInfo(east, north, "", headers);
    }

    @Test
    void filesMadeForWhoWritesZonesAreNotGivenToThePublic() {
        String path = "/ogc/collections/zones/download?f=csv";
        assertThat(CITY.get(path, "Authorization", "Bearer " + CITY.key(Role.EDITOR))
                        .body())
                .contains("TMD");
        assertThat(CITY.get(path).body()).contains("ODT").doesNotContain("TMD");
    }

    @Test
    void aPlanGoesFromStepToStepAndNeverBackUnlessItIsCorrected() {
        CITY.plan("walk", PlanStep.ELABORATION, BEGUN);
        assertThat(move("walk", "{\"step\": \"adoption\", \"effective\": \"2025-09-01\"}", Role.STEWARD)
                        .status())
                .isEqualTo(200);
        Reply inForce = move(
                "walk",
                "{\"step\": \"legalForce\", \"effective\": \"2025-10-01\", \"decisionNumber\": \"7/QĐ\","
                        + " \"decisionDate\": \"2025-09-15\", \"document\": \"https://example.org/7\"}",
                Role.STEWARD);
        assertThat(steps(inForce))
                .containsExactly(
                        "elaboration 2025-08-01 2025-09-01",
                        "adoption 2025-09-01 2025-10-01",
                        "legalForce 2025-10-01 ");
        assertThat(inForce.at("/steps/2/decisionNumber")).isEqualTo("7/QĐ");
        Reply back = move("walk", "{\"step\": \"adoption\", \"effective\": \"2025-11-01\"}", Role.STEWARD);
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.at("/detail")).contains("correction");
        assertThat(move(
                                "walk",
                                "{\"act\": \"correct\", \"step\": \"adoption\", \"effective\": \"2025-11-01\"}",
                                Role.STEWARD)
                        .status())
                .isEqualTo(200);
        assertThat(move("walk", "{\"step\": \"obsolete\"}", Role.EDITOR).status())
                .isEqualTo(403);
        assertThat(move("nobody", "{\"step\": \"obsolete\"}", Role.STEWARD).status())
                .isEqualTo(404);
        assertThat(CITY.get("/api/v1/changes?kind=plan").body()).contains("\"code\":\"walk\"");
    }

    @Test
    void aPlanThatSupersedesAnotherEndsIt() {
        CITY.plan("former", PlanStep.LEGAL_FORCE, BEGUN);
        CITY.plan("latter", PlanStep.ADOPTION, BEGUN);
        Reply reply = move(
                "latter",
                "{\"step\": \"legalForce\", \"effective\": \"2025-12-01\", \"supersedes\": \"former\"}",
                Role.STEWARD);
        assertThat(reply.at("/steps/1/supersedes")).isEqualTo("former");
        assertThat(steps(CITY.get("/api/v1/plans/former")))
                .containsExactly("legalForce 2025-08-01 2025-12-01", "obsolete 2025-12-01 ");
        assertThat(steps(CITY.get("/api/v1/plans/former?asOf=2025-11-30")))
                .containsExactly("legalForce 2025-08-01 2025-12-01");
        assertThat(move("latter", "{\"step\": \"obsolete\", \"supersedes\": \"former\"}", Role.STEWARD)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDraftIsSeenByThoseEntitledOnlyUntilItIsAdopted() {
        CITY.plan("secret", PlanStep.ELABORATION, BEGUN);
        CITY.zones("secret", BEGUN, "S", "SKK", box(1000, 1000, 1100, 1100));
        String bearer = "Bearer " + CITY.key(Role.EDITOR);
        String reader = "Bearer " + CITY.key(Role.READER);
        assertThat(plans(CITY.get("/api/v1/plans"))).doesNotContain("secret").contains("in-force");
        assertThat(plans(CITY.get("/api/v1/plans", "Authorization", reader))).doesNotContain("secret");
        assertThat(plans(CITY.get("/api/v1/plans", "Authorization", bearer))).contains("secret");
        assertThat(CITY.get("/api/v1/plans/secret").status()).isEqualTo(404);
        assertThat(items("secret")).isEmpty();
        assertThat(items("secret", "Authorization", bearer)).isEqualTo("SKK");
        assertThat(onTheMap(1050, 1050)).doesNotContain("SKK");
        assertThat(onTheMap(1050, 1050, "Authorization", reader)).doesNotContain("SKK");
        assertThat(onTheMap(1050, 1050, "Authorization", bearer)).contains("SKK");
        assertThat(CITY.colour(1050, 1050, "", "Authorization", reader)).isEqualTo(WHITE);
        assertThat(CITY.colour(1050, 1050, "", "Authorization", bearer)).isNotEqualTo(WHITE);
        assertThat(CITY.colour(50, 50, "", "Authorization", bearer))
                .as("drafts lie over what is in force")
                .isNotEqualTo(CITY.colour(50, 50, ""));
        assertThat(CITY.get("/api/v1/land-use/compare?from=secret&to=in-force").status())
                .isEqualTo(404);
        assertThat(wholeLayerCompared()).contains("ODT").doesNotContain("SKK");

        assertThat(move("secret", "{\"step\": \"adoption\"}", Role.STEWARD).status())
                .isEqualTo(200);
        assertThat(plans(CITY.get("/api/v1/plans"))).contains("secret");
        assertThat(items("secret")).isEqualTo("SKK");
        assertThat(onTheMap(1050, 1050)).contains("SKK");
        assertThat(CITY.get("/api/v1/land-use/compare?from=secret&to=in-force").status())
                .isEqualTo(200);
        assertThat(wholeLayerCompared()).contains("SKK");
    }

    private static String wholeLayerCompared() {
        Reply reply = CITY.get("/api/v1/land-use/compare?from=layer:zones&to=in-force");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }

    @Test
    void aPlanIsComparedWithTheCurrentUse() {
        CITY.registry().layers().create("current-use", Map.of("en", "Current use"), "polygon", List.of(), null);
        CITY.feature("current-use", "west", Map.of("code", "LUA", "scheme", "vn-land-law"), box(0, 0, 50, 100));
        CITY.feature("current-use", "east", Map.of("code", "ODT", "scheme", "vn-land-law"), box(50, 0, 100, 100));
        Reply reply = CITY.get("/api/v1/land-use/compare?from=in-force&to=layer:current-use&asOf=2026-01-01");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<String> cells = new ArrayList<>();
        reply.json()
                .at("/totals")
                .forEach(cell -> cells.add(cell.at("/from/code").asString("") + ">"
                        + cell.at("/to/code").asString("") + " "
                        + Math.round(cell.path("area").asDouble())));
        assertThat(cells)
                .as("the residential plot is half a rice field as yet; of the others nothing is known")
                .containsExactlyInAnyOrder("ODT>LUA 5000", "ODT>ODT 5000", "DKV> 10000", "DGD> 10000");
    }
}
