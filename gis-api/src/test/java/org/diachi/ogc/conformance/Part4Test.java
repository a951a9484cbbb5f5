package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.Http.Reply;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.ogc.EditedCity;
import org.diachi.security.Bounds;
import org.diachi.security.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OGC API - Features - Part 4 (OGC 20-002r1); each test is named after its requirement. */
class Part4Test {

    private static final EditedCity CITY = EditedCity.get();
    private static final String EDITOR = CITY.key(Role.EDITOR);
    private static final String CRS = "<http://www.opengis.net/def/crs/EPSG/0/9214>";
    private static final JsonMapper JSON = new JsonMapper();

    private static Reply create(String collection, String body, String... headers) {
        return CITY.send(EDITOR, "POST", CITY.items(collection, ""), body, headers);
    }

    /** The address of a new tree. */
    private static String newTree() {
        Reply created =
                create("trees", EditedCity.tree("\"species\": \"Xoài\", \"height\": 4.5, \"owner-name\": \"Lan\""));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    private static String newHouse() {
        Reply created = create("addresses", CITY.house(), "Content-Crs", CRS);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    private static Reply get(String url) {
        return org.diachi.Http.get(url);
    }

    private static Reply send(String method, String url, String body, String... headers) {
        return CITY.send(EDITOR, method, url, body, headers);
    }

    private static String id(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees", "addresses"})
    @DisplayName("/req/create-replace-delete/post-op, post-body, post-content-type, post-response-rid, post-response")
    void post(String collection) {
        String url = collection.equals("trees") ? newTree() : newHouse();
        assertThat(url).startsWith(CITY.items(collection, "/"));
        Reply there = get(url);
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.at("/id")).isEqualTo(id(url));
        assertThat(there.at("/properties/version")).isEqualTo("1");
        assertThat(CITY.acts(id(url))).containsExactly("register 1");
    }

    @Test
    @DisplayName("/per/create-replace-delete/rid: an identifier in the body is not looked at")
    void identifiersAreGiven() {
        Reply created =
                create("trees", EditedCity.tree("\"version\": 7").replace("\"geometry\"", "\"id\": 1, \"geometry\""));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/id")).isNotEqualTo("1");
        assertThat(created.at("/properties/version")).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "/req/create-replace-delete/put-op, put-body, put-content-type, put-response: what is not told is gone")
    void put() {
        String url = newTree();
        Reply seen = get(url);
        String body = EditedCity.tree("\"species\": \"Phượng\"");
        Reply replaced = send("PUT", url, body, "If-Match", seen.header("ETag"));
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.at("/properties/species")).isEqualTo("Phượng");
        assertThat(replaced.json().at("/properties").has("height")).isFalse();
        assertThat(replaced.at("/properties/version")).isEqualTo("2");
        assertThat(get(url).json().at("/properties")).isEqualTo(replaced.json().at("/properties"));
        assertThat(CITY.acts(id(url))).containsExactly("register 1", "change 2");
    }

    @Test
    @DisplayName("/req/create-replace-delete/put-rid: an identifier in the body is not looked at")
    void putIgnoresIdentifiers() {
        String url = newTree();
        String body = EditedCity.tree("\"species\": \"Me\"").replace("\"geometry\"", "\"id\": 1, \"geometry\"");
        assertThat(send("PUT", url, body, "If-Match", "*").at("/id")).isEqualTo(id(url));
    }

    @ParameterizedTest
    @CsvSource({"trees, 999999999", "addresses, 7K3Q-9MXP"})
    @DisplayName("/req/create-replace-delete/put-rid-exception, /rec/delete/no-feature")
    void whatIsNotThere(String collection, String id) {
        String url = CITY.items(collection, "/" + id);
        String body = collection.equals("trees") ? EditedCity.tree("") : CITY.house();
        assertThat(send("PUT", url, body).status()).isEqualTo(404);
        assertThat(send("PUT", url, body, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(send("PATCH", url, "{}").status()).isEqualTo(404);
        assertThat(send("DELETE", url, "").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("/req/create-replace-delete/delete-op, delete-response: what was stays readable")
    void delete() {
        Reply created = create("trees", EditedCity.tree("\"validFrom\": \"2025-07-01\""));
        String url = created.header("Location");
        assertThat(send("DELETE", url, "", "If-Match", created.header("ETag")).status())
                .isEqualTo(204);
        assertThat(get(url).status()).isEqualTo(404);
        assertThat(get(url + "?asOf=2025-12-31").status()).isEqualTo(200);
        assertThat(get(CITY.items("trees", "?limit=1000")).each("/features", "/id"))
                .doesNotContain(id(url));
        assertThat(send("DELETE", url, "", "If-Match", "*").status()).isEqualTo(404);
        assertThat(CITY.acts(id(url))).containsExactly("register 1", "retire 2");
    }

    @Test
    @DisplayName("/req/create-replace-delete/delete-op: the code of an address answers for ever")
    void deleteAddress() {
        String url = newHouse();
        assertThat(send("DELETE", url + "?reason=burnt", "", "If-Match", get(url).header("ETag"))
                        .status())
                .isEqualTo(204);
        assertThat(get(url).at("/properties/status")).isEqualTo("retired");
        assertThat(get(CITY.items("addresses", "?limit=1000")).each("/features", "/id"))
                .doesNotContain(id(url));
    }

    @Test
    @DisplayName("/req/create-replace-delete/options-op, options-response: in the context of the request")
    void options() {
        String reader = CITY.key(Role.READER);
        String gardener = CITY.key(Role.EDITOR, Bounds.of(List.of(), List.of(), List.of("trees")));
        Set<String> reads = Set.of("GET", "HEAD", "OPTIONS");
        Set<String> writes = Set.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE");
        for (String nobody : List.of("", reader)) {
            assertThat(CITY.allowed(nobody, CITY.items("trees", ""))).isEqualTo(reads);
            assertThat(CITY.allowed(nobody, CITY.items("trees", "/1"))).isEqualTo(reads);
        }
        for (String somebody : List.of(EDITOR, gardener)) {
            assertThat(CITY.allowed(somebody, CITY.items("trees", "")))
                    .isEqualTo(Set.of("GET", "HEAD", "OPTIONS", "POST"));
            assertThat(CITY.allowed(somebody, CITY.items("trees", "/1"))).isEqualTo(writes);
        }
        assertThat(CITY.allowed(EDITOR, CITY.items("addresses", "/7K3Q-9MXP"))).isEqualTo(writes);
        assertThat(CITY.allowed(gardener, CITY.items("addresses", "/7K3Q-9MXP")))
                .isEqualTo(reads);
        assertThat(CITY.allowed(EDITOR, CITY.items("places", ""))).isEqualTo(reads);
        Reply refused = create("places", EditedCity.tree(""));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(CITY.send(EDITOR, "OPTIONS", CITY.items("nowhere", ""), "").status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("/req/create-replace-delete/options-accept-post, /req/update/options-accept-patch")
    void acceptedTypes() {
        assertThat(CITY.send(EDITOR, "OPTIONS", CITY.items("trees", ""), "").header("Accept-Post"))
                .isEqualTo("application/geo+json");
        assertThat(CITY.send(EDITOR, "OPTIONS", CITY.items("trees", "/1"), "").header("Accept-Patch"))
                .isEqualTo("application/merge-patch+json");
    }

    @Test
    @DisplayName("/req/update/update-patch-op, update-patch-body, update-patch-response, rid")
    void patch() {
        String url = newTree();
        Reply patched = send(
                "PATCH", url, "{\"id\": 1, \"properties\": {\"height\": 6, \"species\": null}}", "If-Match", "\"1\"");
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.at("/id")).isEqualTo(id(url));
        assertThat(patched.at("/properties/height")).isEqualTo("6");
        assertThat(patched.json().at("/properties").has("species")).isFalse();
        assertThat(patched.json().at("/geometry")).isEqualTo(get(url).json().at("/geometry"));
    }

    @Test
    @DisplayName("/req/features/update-json-merge-patch: a geometry is one of GeoJSON")
    void patchOfTheGeometry() {
        String url = newTree();
        String moved = "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [107.6581, 16.6342]}}";
        Reply patched = send("PATCH", url, moved, "If-Match", "*");
        assertThat(patched.json().at("/geometry/coordinates/0").doubleValue()).isEqualTo(107.6581);
        assertThat(patched.at("/properties/species")).isEqualTo("Xoài");
    }

    @Test
    @DisplayName("/req/optimistic-locking-etags/get-etag-response, put-etag-response, patch-etag-response")
    void etags() {
        String url = newTree();
        Reply put = send("PUT", url, EditedCity.tree("\"height\": 1"), "If-Match", get(url).header("ETag"));
        assertThat(put.header("ETag")).isEqualTo(get(url).header("ETag"));
        Reply patch = send("PATCH", url, "{\"properties\": {\"height\": 2}}", "If-Match", put.header("ETag"));
        assertThat(patch.header("ETag")).isEqualTo(get(url).header("ETag")).isNotEqualTo(put.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees", "addresses"})
    @DisplayName("/req/optimistic-locking-etags/ifmatch-put-op, ifmatch-put-eval, ifmatch-patch-op, ifmatch-patch-eval")
    void ifMatch(String collection) {
        String url = collection.equals("trees") ? newTree() : newHouse();
        String patch = collection.equals("trees")
                ? "{\"properties\": {\"height\": 8}}"
                : "{\"properties\": {\"name\": \"Nhà vườn\"}}";
        String etag = get(url).header("ETag");
        assertThat(send("PATCH", url, patch).status()).isEqualTo(428);
        assertThat(send("DELETE", url, "").status()).isEqualTo(428);
        assertThat(send("PATCH", url, patch, "If-Match", etag).status()).isEqualTo(200);
        ObjectNode late = whole(url);
        ((ObjectNode) late.get("properties")).remove("version");
        assertThat(send("PATCH", url, patch, "If-Match", etag).status()).isEqualTo(412);
        assertThat(send("PUT", url, late.toString()).status()).isEqualTo(428);
        assertThat(send("PUT", url, late.toString(), "If-Match", etag).status()).isEqualTo(412);
        assertThat(send("DELETE", url, "", "If-Match", etag).status()).isEqualTo(412);
        assertThat(CITY.acts(id(url))).containsExactly("register 1", "change 2");
    }

    private static ObjectNode whole(String url) {
        return (ObjectNode) JSON.readTree(get(url).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"trees", "addresses"})
    @DisplayName("/per/optimistic-locking-etags/ifmatch-missing: the version in the body is the one that was seen")
    void versionInTheBody(String collection) {
        String url = collection.equals("trees") ? newTree() : newHouse();
        String patched = collection.equals("trees")
                ? "{\"properties\": {\"trunks\": 2}}"
                : "{\"properties\": {\"name\": \"A\"}}";
        ObjectNode seen = whole(url);
        assertThat(send("PUT", url, seen.toString()).status()).isEqualTo(200);
        assertThat(CITY.acts(id(url))).as("nothing new was told").containsExactly("register 1");
        assertThat(send("PATCH", url, patched, "If-Match", "*").status()).isEqualTo(200);
        assertThat(send("PUT", url, seen.toString()).status()).isEqualTo(412);
    }

    @Test
    @DisplayName(
            "/req/features/resources-endpoint, resource-endpoint: for every collection of features that is written")
    void endpoints() {
        for (JsonNode collection : get(CITY.base() + "/ogc/collections").json().at("/collections")) {
            assertThat(collection.at("/itemType").asString()).isEqualTo("feature");
            String items = CITY.items(collection.at("/id").asString(), "");
            assertThat(CITY.send(EDITOR, "OPTIONS", items, "").status()).isEqualTo(200);
            assertThat(CITY.send(EDITOR, "OPTIONS", items + "/1", "").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "                                                 ; 107.657100, 16.634100",
                "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>   ; 107.657100, 16.634100",
                "<http://www.opengis.net/def/crs/EPSG/0/4326>     ; 16.634100, 107.657100",
                "<http://www.opengis.net/def/crs/EPSG/0/9214>     ; 570050, 1840020",
                "<http://www.opengis.net/def/crs/EPSG/0/3857>     ; 11984333, 1876543"
            })
    @DisplayName("/req/features/content-crs-header, default-crs, crs-other-crs: in the axis order of the system")
    void contentCrs(String crs, String position) {
        String body = "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [" + position
                + "]}, \"properties\": {}}";
        Reply created = crs == null ? create("trees", body) : create("trees", body, "Content-Crs", crs);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String[] told = position.split(", ");
        String uri = crs == null ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84" : crs.substring(1, crs.length() - 1);
        Reply read = get(created.header("Location") + "?crs=" + uri);
        for (Reply reply : List.of(created, read)) {
            assertThat(reply.header("Content-Crs")).isEqualTo("<" + uri + ">");
            assertThat(reply.json().at("/geometry/coordinates/0").doubleValue())
                    .isCloseTo(Double.parseDouble(told[0]), within(told[0]));
            assertThat(reply.json().at("/geometry/coordinates/1").doubleValue())
                    .isCloseTo(Double.parseDouble(told[1]), within(told[1]));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(String ordinate) {
        return org.assertj.core.data.Offset.offset(Double.parseDouble(ordinate) < 1000 ? 2e-8 : 2e-3);
    }

    @Test
    @DisplayName("/req/features/crs-other-crs B: a system that is not offered is refused")
    void unknownContentCrs() {
        Reply refused =
                create("trees", EditedCity.tree(""), "Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/2056>");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/parameter")).isEqualTo("Content-Crs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"colour\": \"red\"   ; /properties/colour",
                "\"height\": \"tall\"  ; /properties/height",
                "\"trunks\": 1.5       ; /properties/trunks",
                "\"listed\": \"yes\"   ; /properties/listed",
                "\"species\": 3        ; /properties/species",
                "\"plan\": 3           ; /properties/plan"
            })
    @DisplayName(
            "/req/features/schema: what the schema of the collection does not allow is refused, and where it stands")
    void schema(String properties, String pointer) {
        Reply refused = create("trees", EditedCity.tree(properties));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null                                                             ; 422",
                "{\"type\": \"LineString\", \"coordinates\": [[107, 16], [108, 16]]} ; 422",
                "{\"type\": \"Point\", \"coordinates\": []}                        ; 400",
                "{\"type\": \"Point\", \"coordinates\": [16, 107]}                 ; 422",
                "{\"type\": \"Circle\", \"coordinates\": [107, 16]}                ; 400",
                "7                                                                ; 400"
            })
    @DisplayName("/req/features/geojson-create-replace B: the geometry is that of the feature")
    void geometries(String geometry, int status) {
        Reply refused = create("trees", "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": " + geometry + "}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    }

    @Test
    @DisplayName("Table 3: bodies of another type are 415, those that cannot be read 400")
    void otherBodies() {
        assertThat(create("trees", "<wfs/>", "Content-Type", "application/xml").status())
                .isEqualTo(415);
        assertThat(create("trees", "{").status()).isEqualTo(400);
        assertThat(create("trees", "[]").status()).isEqualTo(400);
        assertThat(create("trees", "{\"type\": \"Nothing\"}").status()).isEqualTo(422);
        assertThat(CITY.send(EDITOR, "POST", CITY.items("trees", "?colour=red"), EditedCity.tree(""))
                        .status())
                .isEqualTo(400);
    }

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
}
