package org.diachi.ogc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.ogc.conformance.Edits.CITY;
import static org.diachi.ogc.conformance.Edits.EDITOR;
import static org.diachi.ogc.conformance.Edits.create;
import static org.diachi.ogc.conformance.Edits.get;
import static org.diachi.ogc.conformance.Edits.id;
import static org.diachi.ogc.conformance.Edits.newHouse;
import static org.diachi.ogc.conformance.Edits.newTree;
import static org.diachi.ogc.conformance.Edits.send;
import static org.diachi.ogc.conformance.Edits.whole;

import java.util.List;
import java.util.Set;
import org.diachi.Http.Reply;
import org.diachi.ogc.EditedCity;
import org.diachi.security.Bounds;
import org.diachi.security.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** OGC API - Features - Part 4 (OGC 20-002r1); each test is named after its requirement. */
class Part4Test {

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
}
