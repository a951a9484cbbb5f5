package org.diachi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.rest.Office.etag;
import static org.diachi.rest.Office.find;

import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.TestCity;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts on one object over HTTP: what they do, and how they are refused. */
class ActsTest {

    private static final String RETIRE = "{\"effective\": \"2025-10-01\", \"reason\": \"Demolished\"}";

    private final Office office = new Office();

    @Test
    void aChangeHoldsFromItsDayOn() {
        String code = office.newHouse();
        Reply done = office.send("PATCH", "/" + code, """
                {"act": "change", "effective": "2025-09-01", "document": "12/QĐ", "properties": {"houseNumber": "7B"}}
                """, "If-Match", etag(code));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.at("/version")).isEqualTo("2");
        assertThat(find(code, "?asOf=2025-09-01").at("/properties/houseNumber")).isEqualTo("7B");
        assertThat(find(code, "?asOf=2025-08-31").at("/properties/houseNumber")).startsWith("Ô ");
    }

    @Test
    void aCorrectionKeepsThePeriodsAndNullTakesAValueAway() {
        String code = office.newHouse();
        office.send("PATCH", "/" + code + "?crs=EPSG:9214", """
                {"act": "correct", "effective": "2025-09-01", "properties": {"houseNumber": null, "name": "Nhà thờ"}}
                """, "If-Match", "\"1\"");
        Reply found = find(code, "?asOf=2025-07-01");
        assertThat(found.at("/properties/name")).isEqualTo("Nhà thờ");
        assertThat(found.at("/properties/houseNumber")).isEmpty();
        assertThat(found.at("/properties/validFrom")).isEqualTo("2025-07-01");
    }

    /** Whether the tables answer, as right after an act, or the search index, once it has taken the act over. */
    @Test
    void everyReadAfterAnActTellsItWhoeverAnswers() {
        String code = office.newHouse();
        for (int number = 1; number <= 5; number++) {
            Reply done = office.send(
                    "PATCH",
                    "/" + code,
                    "{\"act\": \"correct\", \"effective\": \"2025-09-01\", \"properties\": {\"houseNumber\": \"S "
                            + number + "\"}}",
                    "If-Match",
                    etag(code));
            assertThat(done.status()).as(done.body()).isEqualTo(200);
            Reply atOnce = find(code, "?geometry=footprint");
            assertThat(atOnce.at("/properties/houseNumber")).isEqualTo("S " + number);
            office.city.registry().views().runOnce();
            Reply later = find(code, "?geometry=footprint");
            assertThat(later.body()).isEqualTo(atOnce.body());
            assertThat(later.header("ETag")).isEqualTo(atOnce.header("ETag"));
        }
        assertThat(find(code, "?asOf=2025-07-01").at("/properties/houseNumber")).isEqualTo("S 5");
    }

    @Test
    void aPatchThatGivesTheAddressOfAnotherNamesIt() {
        String code = office.newHouse();
        String other = office.newHouse();
        String number = find(other, "").at("/properties/houseNumber");
        Reply reply = office.send(
                "PATCH",
                "/" + code,
                "{\"act\": \"correct\", \"effective\": \"2025-09-01\", \"properties\": {\"houseNumber\": \"" + number
                        + "\"}}",
                "If-Match",
                etag(code));
        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(reply.at("/type")).endsWith(":duplicate");
        assertThat(reply.each("/candidates", "/code")).containsExactly(other);
        assertThat(reply.each("/candidates", "/why")).containsExactly("sameAddress");
        assertThat(find(code, "").at("/properties/version")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/properties/code | {\"code\": \"7K3Q-9MXP\"}",
                "/properties/houseNumber | {\"houseNumber\": 7}",
                "/properties/position | {\"position\": {\"method\": \"survey\"}}",
                "/properties/details | {\"details\": []}"
            })
    void aPatchSaysWhichMemberIsWrong(String pointer, String properties) {
        String code = office.newHouse();
        Reply reply = office.send(
                "PATCH", "/" + code, "{\"act\": \"change\", \"properties\": " + properties + "}", "If-Match", "*");
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.each("/errors", "/pointer")).containsExactly(pointer);
    }

    @Test
    void anActOnAnOutdatedVersionIs412AndOneWithoutAVersion428() {
        String code = office.newHouse();
        String seen = etag(code);
        office.send("POST", "/" + code + "/verify", "{\"effective\": \"2025-08-01\"}", "If-Match", seen);
        Reply outdated = office.send("POST", "/" + code + "/retire", RETIRE, "If-Match", seen);
        assertThat(outdated.status()).isEqualTo(412);
        assertThat(outdated.at("/rule")).isEqualTo("versionConflict");
        Reply blind = office.send("POST", "/" + code + "/retire", RETIRE);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.at("/type")).isEqualTo("urn:problem-type:diachi:version-needed");
        assertThat(office.send("POST", "/" + code + "/retire", RETIRE, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRetiredCodeAnswersForEverAndIsNotActedOn() {
        String code = office.newHouse();
        office.send("POST", "/" + code + "/retire", RETIRE, "If-Match", "*");
        assertThat(find(code, "").at("/properties/status")).isEqualTo("retired");
        Reply again = office.send("POST", "/" + code + "/retire", RETIRE, "If-Match", "*");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/rule")).isEqualTo("retired");
        assertThat(again.at("/detail")).contains(code).contains("never come back");
    }

    @Test
    void aSplitAnswersTheNewCodesAndLeavesTheLineage() {
        String code = office.newHouse();
        String body = "{\"effective\": \"2025-10-01\", \"into\": [" + Office.house() + "," + Office.house() + "]}";
        Reply split = office.send("POST", "/" + code + "/split?crs=EPSG:9214", body, "If-Match", "*");
        assertThat(split.status()).as(split.body()).isEqualTo(200);
        assertThat(split.json().at("/created")).hasSize(2);
        assertThat(find(code, "").each("/properties/successors", "/kind")).containsExactly("split", "split");
        Reply history = Http.get("/api/v1/addresses/" + code + "/history");
        assertThat(history.each("/entries", "/act")).containsExactly("register", "split");
        assertThat(history.each("/successors", "/code")).hasSize(2);
        assertThat(history.at("/entries/0/states/0/supersededBy")).isEqualTo(history.at("/entries/1/seq"));
    }

    @Test
    void aMergerMakesOneOfTwoAndASurvivorKeepsItsCode() {
        String one = office.newHouse();
        String two = office.newHouse();
        String subjects = "\"subjects\": [{\"code\": \"%s\", \"version\": 1}, {\"code\": \"%s\", \"version\": 1}]";
        Reply united = office.send(
                "POST",
                "/merge",
                "{" + subjects.formatted(one, two) + ", \"survivor\": \"" + one + "\", \"effective\": \"2025-09-01\"}");
        assertThat(united.status()).as(united.body()).isEqualTo(200);
        assertThat(find(two, "").each("/properties/successors", "/code")).containsExactly(one);
        String three = office.newHouse();
        String body = "{" + subjects.formatted(one, three).replaceFirst("1}", "2}") + ", \"effective\": \"2025-10-01\","
                + " \"into\": [" + Office.house() + "]}";
        Reply merged = office.send("POST", "/merge?crs=EPSG:9214", body);
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(find(merged.at("/code"), "").each("/properties/predecessors", "/code"))
                .containsExactlyInAnyOrder(one, three);
    }

    @Test
    void aProposalIsApprovedByAnotherKey() {
        String body = Office.house().replace("\"kind\"", "\"status\": \"proposed\", \"kind\"");
        String code = office.send("POST", "?crs=EPSG:9214", body).at("/id");
        assertThat(find(code, "").at("/properties/status")).isEqualTo("proposed");
        Reply own = office.send("POST", "/" + code + "/approve", "{}", "If-Match", "*");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.at("/rule")).isEqualTo("ownProposal");
        Reply approved = Office.sendAs(
                office.colleague, "POST", "/api/v1/addresses/" + code + "/approve", "{}", "If-Match", "*");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(find(code, "").at("/properties/status")).isEqualTo("current");
    }

    @Test
    void entrancesUnitsAndExternalIdsAreAdded() {
        String code = office.newHouse();
        office.send(
                "POST",
                "/" + code + "/entrances",
                "{\"part\": {\"houseNumber\": \"7C\", \"street\": \"Phố Mới\"}}",
                "If-Match",
                "*");
        office.send("POST", "/" + code + "/units", "{\"part\": {\"label\": \"A-101\"}}", "If-Match", "*");
        String id = "{\"externalId\": {\"scheme\": \"vpostcode\", \"value\": \"" + code + "\"}}";
        Reply attached = office.send("POST", "/" + code + "/external-ids", id, "If-Match", "*");
        assertThat(attached.status()).as(attached.body()).isEqualTo(200);
        Reply found = find(code, "");
        assertThat(found.each("/properties/parts", "/type")).containsExactly("entrance", "unit");
        assertThat(found.each("/properties/externalIds", "/scheme")).containsExactly("vpostcode");
        office.send("POST", "/" + code + "/detach", id, "If-Match", "*");
        assertThat(find(code, "").each("/properties/externalIds", "/scheme")).isEmpty();
    }

    @Test
    void aBusinessMovesIntoAnotherBuilding() {
        String house = office.newHouse();
        String shop = office.send(
                        "POST",
                        "?crs=EPSG:9214",
                        Office.house().replace("building", "business").replace("\"houseNumber\"", "\"name\""))
                .at("/id");
        Reply moved = office.send("POST", "/" + shop + "/relocate", "{\"to\": \"" + house + "\"}", "If-Match", "*");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(find(shop, "").at("/properties/locatedAt")).isEqualTo(house);
    }

    @Test
    void anUnknownActOrCodeIsSaidToBeSo() {
        String code = office.newHouse();
        Reply act = office.send("POST", "/" + code + "/explode", "{}", "If-Match", "*");
        assertThat(act.status()).isEqualTo(400);
        assertThat(act.at("/detail")).contains("retire");
        assertThat(office.send("POST", "/0000-0012/retire", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(404);
        assertThat(office.send("POST", "/" + code + "/split", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void writingNeedsAFittingKey() {
        String code = office.newHouse();
        String path = "/api/v1/addresses/" + code + "/retire";
        int before = office.changes();
        assertThat(Http.send("POST", path, RETIRE, "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
        TestCity city = office.city;
        assertThat(Office.sendAs(city.key(Role.READER), "POST", path, RETIRE, "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(Office.sendAs(city.key(Role.EDITOR, "19753"), "POST", path, RETIRE, "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(office.changes()).isEqualTo(before);
    }
}
