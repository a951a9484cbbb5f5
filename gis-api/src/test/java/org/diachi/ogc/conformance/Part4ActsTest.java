package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.ogc.conformance.Edits.CITY;
import static org.diachi.ogc.conformance.Edits.CRS;
import static org.diachi.ogc.conformance.Edits.create;
import static org.diachi.ogc.conformance.Edits.get;
import static org.diachi.ogc.conformance.Edits.id;
import static org.diachi.ogc.conformance.Edits.newHouse;
import static org.diachi.ogc.conformance.Edits.newTree;
import static org.diachi.ogc.conformance.Edits.send;
import static org.diachi.ogc.conformance.Edits.whole;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diachi.Http.Reply;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.ogc.EditedCity;
import org.diachi.security.Bounds;
import org.diachi.security.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** How what OGC API - Features - Part 4 asks for is done by the acts of the register, with their rights and days. */
class Part4ActsTest {

    @Test
    @DisplayName("Clause 11: without rights nothing is done")
    void rights() {
        String url = newTree();
        String zonesOnly = CITY.key(Role.EDITOR, Bounds.of(List.of(), List.of(), List.of("zones")));
        String ward = CITY.key(Role.EDITOR, Bounds.of(List.of("19789"), List.of(), List.of()));
        String gardener = CITY.key(Role.EDITOR, Bounds.of(List.of(), List.of(), List.of("trees")));
        Map<String, Integer> callers = Map.of("", 401, CITY.key(Role.READER), 403, zonesOnly, 403, ward, 403);
        callers.forEach((key, status) -> {
            assertThat(CITY.send(key, "POST", CITY.items("trees", ""), EditedCity.tree(""))
                            .status())
                    .isEqualTo(status);
            for (String method : List.of("PUT", "PATCH", "DELETE")) {
                assertThat(CITY.send(key, method, url, EditedCity.tree(""), "If-Match", "*")
                                .status())
                        .as(method)
                        .isEqualTo(status);
            }
        });
        assertThat(CITY.acts(id(url))).containsExactly("register 1");
        Reply mine = CITY.send(gardener, "POST", CITY.items("trees", ""), EditedCity.tree(""));
        assertThat(mine.status()).isEqualTo(201);
        assertThat(CITY.send(gardener, "DELETE", mine.header("Location"), "", "If-Match", "*")
                        .status())
                .isEqualTo(204);
        assertThat(CITY.send(gardener, "POST", CITY.items("addresses", ""), CITY.house(), "Content-Crs", CRS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("What the caller cannot see of a feature stays when it is replaced")
    void personalFieldsStay() {
        String url = newTree();
        ObjectNode seen = whole(url);
        assertThat(seen.at("/properties").has("owner-name")).isFalse();
        ((ObjectNode) seen.get("properties")).put("trunks", 3);
        assertThat(send("PUT", url, seen.toString()).status()).isEqualTo(200);
        Reply all = CITY.get("trees", "/" + id(url), "Authorization", "Bearer " + CITY.key(Role.STEWARD));
        assertThat(all.at("/properties/owner-name")).isEqualTo("Lan");
        assertThat(all.at("/properties/trunks")).isEqualTo("3");
    }

    @Test
    @DisplayName("Acts in legal time: a change leaves what was before, a correction does not")
    void legalTime() {
        String url = create("trees", EditedCity.tree("\"height\": 3, \"validFrom\": \"2025-07-01\""))
                .header("Location");
        send("PATCH", url + "?effective=2026-01-01", "{\"properties\": {\"height\": 4}}", "If-Match", "\"1\"");
        assertThat(get(url + "?asOf=2025-12-31").at("/properties/height")).isEqualTo("3");
        assertThat(get(url + "?asOf=2026-01-01").at("/properties/height")).isEqualTo("4");
        Reply corrected = send(
                "PATCH",
                url + "?effective=2025-08-01&act=correct&reason=misread",
                "{\"properties\": {\"height\": 2}}",
                "If-Match",
                "\"2\"");
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(get(url + "?asOf=2025-07-01").at("/properties/height")).isEqualTo("2");
        assertThat(get(url + "?asOf=2026-01-01").at("/properties/height")).isEqualTo("4");
        assertThat(get(url).at("/properties/version")).isEqualTo("3");
        assertThat(CITY.acts(id(url))).containsExactly("register 1", "change 2", "correct 3");
        assertThat(CITY.registry().views().verify()).isEmpty();
    }

    @Test
    @DisplayName(
            "A feature that a source tells of stays that source's, and what was told by hand stays until it tells anew")
    void importedFeatures() {
        String url = CITY.items(
                "trees", "/" + CITY.get("trees", "?height=7&asOf=2025-07-02").at("/features/0/id"));
        assertThat(send("PATCH", url, "{\"properties\": {\"height\": 70}}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
        tellAgain(2, 7, LocalDate.of(2026, 1, 1));
        assertThat(get(url).at("/properties/height")).isEqualTo("70");
        tellAgain(99, 8, CITY.registry().profile().today());
        assertThat(get(url).at("/properties/height")).isEqualTo("8");
    }

    private static void tellAgain(long fingerprint, int height, LocalDate day) {
        FeatureRegistration told = new FeatureRegistration(
                "t2", fingerprint, null, null, Map.of("height", height), EditedCity.geometry("POINT (570020 1840000)"));
        CITY.registry()
                .featureRegister()
                .register(
                        CITY.registry().layers().find("trees").orElseThrow(),
                        "survey",
                        List.of(told),
                        ActContext.of("test", day));
    }

    @Test
    @DisplayName("Addresses: replaced and updated by the acts of the register")
    void addresses() {
        String url = newHouse();
        ObjectNode seen = whole(url);
        ((ObjectNode) seen.get("properties")).put("name", "Nhà vườn An Hiên");
        Reply replaced = send("PUT", url, seen.toString());
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.at("/properties/name")).isEqualTo("Nhà vườn An Hiên");
        assertThat(replaced.json().at("/geometry")).isEqualTo(seen.at("/geometry"));
        ((ObjectNode) seen.get("properties")).put("version", 2).put("status", "retired");
        Reply refused = send("PUT", url, seen.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/properties/status");
        String moved = "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [571000, 1851000]},"
                + " \"properties\": {\"position\": {\"method\": \"gnss\", \"accuracy\": 2}}}";
        Reply patched = send("PATCH", url, moved, "If-Match", "\"2\"", "Content-Crs", CRS);
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().at("/geometry/coordinates/0").doubleValue()).isEqualTo(571000);
        assertThat(patched.at("/properties/position/method")).isEqualTo("gnss");
        assertThat(CITY.acts(id(url))).containsExactly("register 1", "change 2", "change 3");
    }

    @Test
    @DisplayName("Addresses: what looks like a registered one is held back")
    void duplicates() {
        String house = CITY.house();
        assertThat(create("addresses", house, "Content-Crs", CRS).status()).isEqualTo(201);
        Reply held = create("addresses", house, "Content-Crs", CRS);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.json().at("/candidates")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees", "addresses"})
    @DisplayName("A request that comes twice under one Idempotency-Key is done once")
    void idempotency(String collection) {
        String body = collection.equals("trees") ? EditedCity.tree("\"species\": \"Sao\"") : CITY.house();
        String key = "once-" + collection;
        Reply first = create(collection, body, "Content-Crs", crs(collection), "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Reply again = create(collection, body, "Content-Crs", crs(collection), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(CITY.acts(id(first.header("Location")))).containsExactly("register 1");
        String another = collection.equals("trees") ? EditedCity.tree("\"species\": \"Lim\"") : CITY.house();
        Reply refused = create(collection, another, "Content-Crs", crs(collection), "Idempotency-Key", key);
        assertThat(refused.at("/type")).isEqualTo("urn:problem-type:diachi:key-reused");
        assertThat(create(collection, body, "Idempotency-Key", " ").status()).isEqualTo(400);
    }

    private static String crs(String collection) {
        return collection.equals("trees") ? "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>" : CRS;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    @DisplayName("Days of validity are told as they are, or refused: the day of an act is told beside the feature")
    void daysOfValidity(String method) {
        String url = create("trees", EditedCity.tree("\"height\": 3, \"validFrom\": \"2025-07-01\""))
                .header("Location");
        Reply same = send(
                method,
                url,
                EditedCity.tree("\"height\": 4, \"validFrom\": \"2025-07-01\", \"validTo\": null"),
                "If-Match",
                "\"1\"");
        assertThat(same.status()).as(same.body()).isEqualTo(200);
        String otherwise = EditedCity.tree("\"height\": 5, \"validFrom\": \"2024-01-01\"");
        Reply refused = send(method, url + "?effective=2025-07-01", otherwise, "If-Match", "\"1\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/properties/validFrom");
        assertThat(refused.at("/detail")).contains("effective");
        assertThat(get(url).at("/properties/height")).isEqualTo("4");
    }
}
