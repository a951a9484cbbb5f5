package org.diachi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diachi.security.TwoWards.EAST;
import static org.diachi.security.TwoWards.WEST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diachi.Http.Reply;
import org.diachi.audit.AuditEntry;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A ward office writes in its ward only: what it acts upon lies there before the act and after it. */
class WardBoundsTest {

    private static final TwoWards CITY = new TwoWards();

    @AfterAll
    static void close() {
        CITY.close();
    }

    private final String east = CITY.key(Role.EDITOR, EAST);

    private Reply move(Code code, String toWard, String effective) {
        int[] plot = CITY.plot(toWard);
        String body = """
                {"act": "change", "effective": "%s", "geometry": {"type": "Point", "coordinates": [%d, %d]},
                 "properties": {"position": {"method": "survey"}}}
                """.formatted(effective, plot[0], plot[1]);
        return CITY.send(east, "PATCH", "/api/v1/addresses/" + code + "?crs=EPSG:9214", body, "If-Match", "*");
    }

    @Test
    void anObjectIsNotMovedOutOfTheWard() {
        Code code = CITY.house(EAST);
        Reply refused = move(code, WEST, "2021-01-01");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail")).contains("ward " + EAST).contains("in ward " + WEST);
        assertThat(move(code, EAST, "2021-01-01").status()).isEqualTo(200);
    }

    @Test
    void theProblemSaysWhatWhereAndHowToMend() {
        Code code = CITY.house(WEST);
        String path = "/api/v1/addresses/" + code + "/retire";
        Reply refused = CITY.send(east, "POST", path, "{}", "If-Match", "*");
        assertThat(refused.at("/type")).isEqualTo("urn:problem-type:diachi:forbidden");
        assertThat(refused.at("/detail"))
                .isEqualTo("You may write in ward " + EAST + "; " + code + " lies in ward " + WEST
                        + ". Let the office of that ward do it, or ask for its ward.");
        assertThat(refused.each("/known", "")).containsExactly("ward " + EAST);
        Reply role = CITY.send(east, "POST", "/api/v1/addresses/" + code + "/approve", "{}", "If-Match", "*");
        assertThat(role.at("/detail"))
                .isEqualTo("The act \"approve\" takes the role approver; yours is editor."
                        + " Let someone with that role do it, or ask for it.");
    }

    @Test
    void aBusinessIsNotMovedIntoAnotherWardNorAHouseSplitIntoIt() {
        Code shop = CITY.object(AddressKind.BUSINESS, AddressStatus.CURRENT, EAST);
        String to = "{\"to\": \"" + CITY.house(WEST) + "\", \"effective\": \"2021-01-01\"}";
        assertThat(CITY.send(east, "POST", "/api/v1/addresses/" + shop + "/relocate", to, "If-Match", "*")
                        .status())
                .isEqualTo(403);
        Code house = CITY.house(EAST);
        String into =
                "{\"effective\": \"2021-01-01\", \"into\": [" + CITY.feature(EAST) + "," + CITY.feature(WEST) + "]}";
        String path = "/api/v1/addresses/" + house + "/split?crs=EPSG:9214";
        assertThat(CITY.send(east, "POST", path, into, "If-Match", "*").status())
                .isEqualTo(403);
    }

    @Test
    void whatLayElsewhereOnTheDayOfTheActIsTheOthersToo() {
        Code code = CITY.house(WEST);
        int[] plot = CITY.plot(EAST);
        String body = """
                {"act": "change", "effective": "2022-01-01", "geometry": {"type": "Point", "coordinates": [%d, %d]},
                 "properties": {"position": {"method": "survey"}}}
                """.formatted(plot[0], plot[1]);
        String steward = CITY.key(Role.STEWARD);
        String path = "/api/v1/addresses/" + code;
        assertThat(CITY.send(steward, "PATCH", path + "?crs=EPSG:9214", body, "If-Match", "*")
                        .status())
                .isEqualTo(200);
        String name = "{\"act\": \"correct\", \"effective\": \"%s\", \"properties\": {\"name\": \"Nhà\"}}";
        assertThat(CITY.send(east, "PATCH", path, name.formatted("2021-01-01"), "If-Match", "*")
                        .status())
                .isEqualTo(403);
        assertThat(CITY.send(east, "PATCH", path, name.formatted("2023-01-01"), "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void inABatchOfIndependentActsOnlyTheDeniedOnesAreLeftOut() {
        Code mine = CITY.house(EAST);
        Code theirs = CITY.house(WEST);
        String act =
                "{\"act\": \"verify\", \"effective\": \"2021-01-01\", \"subjects\": [{\"code\": \"%s\", \"version\": 1}]}";
        String acts = act.formatted(mine) + "," + act.formatted(theirs);
        long before = CITY.village.registry().changes().head();
        Reply whole = CITY.send(east, "POST", "/api/v1/acts", "{\"acts\": [" + acts + "]}");
        assertThat(whole.status()).isEqualTo(403);
        assertThat(CITY.village.registry().changes().head()).isEqualTo(before);
        assertThat(CITY.lastAudit().attempt().subject()).isEqualTo(theirs.toString());

        Reply each = CITY.send(east, "POST", "/api/v1/acts", "{\"atomic\": false, \"acts\": [" + acts + "]}");
        assertThat(each.each("/results", "/status")).containsExactly("done", "refused");
        assertThat(each.at("/results/1/problem/status")).isEqualTo("403");
        List<AuditEntry> audit = CITY.audit();
        AuditEntry done = audit.get(audit.size() - 2);
        AuditEntry denied = audit.get(audit.size() - 1);
        assertThat(done.isDone()).isTrue();
        assertThat(done.attempt().subject()).isEqualTo(mine.toString());
        assertThat(done.attempt().origin()).isEqualTo("127.0.0.1");
        assertThat(denied.isDone()).isFalse();
        assertThat(denied.attempt().act()).isEqualTo("verify");
        assertThat(denied.attempt().subject()).isEqualTo(theirs.toString());
        assertThat(denied.attempt().why()).contains("lies in ward " + WEST);
        assertThat(denied.attempt().actor())
                .startsWith("test (key ")
                .isEqualTo(done.attempt().actor());
        assertThat(CITY.village.registry().audit().verify()).isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwnProposal() {
        String approver = CITY.key(Role.APPROVER, EAST);
        String proposal = CITY.feature(EAST).replace("\"kind\"", "\"status\": \"proposed\", \"kind\"");
        String code = CITY.send(approver, "POST", "/api/v1/addresses?crs=EPSG:9214", proposal)
                .at("/id");
        for (String decision : List.of("approve", "reject")) {
            String path = "/api/v1/addresses/" + code + "/" + decision;
            Reply refused = CITY.send(approver, "POST", path, "{}", "If-Match", "*");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.at("/rule")).isEqualTo("ownProposal");
        }
        String colleague = CITY.key(Role.APPROVER, EAST);
        assertThat(CITY.send(colleague, "POST", "/api/v1/addresses/" + code + "/approve", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStewardOfAWardSeesItsCasesOnly() {
        long mine = CITY.duplicateCase(EAST, new ArrayList<>());
        long theirs = CITY.duplicateCase(WEST, new ArrayList<>());
        Reply queue = CITY.get(CITY.key(Role.STEWARD, EAST), "/api/v1/duplicates?limit=1000");
        assertThat(queue.each("/duplicates", "/id"))
                .contains(String.valueOf(mine))
                .doesNotContain(String.valueOf(theirs));
    }

    @Test
    void afterAReformTheOfficeOfTheSuccessorAnswersForAllThatWas() {
        try (TwoWards city = new TwoWards()) {
            Code eastern = city.house(EAST);
            Code western = city.house(WEST);
            // The new ward bears the code that the western one bore: codes tell nothing.
            city.unite(LocalDate.of(2023, 1, 1), WEST);
            assertThat(correct(city, EAST, eastern, "2024-01-01")).isEqualTo(403);
            assertThat(correct(city, WEST, eastern, "2024-01-01")).isEqualTo(200);
            assertThat(correct(city, WEST, eastern, "2021-01-01")).isEqualTo(200);
            assertThat(correct(city, WEST, western, "2021-01-01")).isEqualTo(200);
        }
    }

    @Test
    void aReformThatIsYetToComeChangesNoRights() {
        try (TwoWards city = new TwoWards()) {
            Code eastern = city.house(EAST);
            Code western = city.house(WEST);
            city.unite(LocalDate.now().plusYears(1), WEST);
            assertThat(correct(city, EAST, eastern, "2021-01-01")).isEqualTo(200);
            assertThat(correct(city, WEST, western, "2021-01-01")).isEqualTo(200);
            assertThat(correct(city, WEST, eastern, "2021-01-01")).isEqualTo(403);
        }
    }

    private static int correct(TwoWards city, String ward, Code code, String day) {
        String body = "{\"act\": \"correct\", \"effective\": \"" + day + "\", \"properties\": {\"name\": \"Nhà " + ward
                + day + "\"}}";
        String key = city.key(Role.EDITOR, ward);
        return city.send(key, "PATCH", "/api/v1/addresses/" + code, body, "If-Match", "*")
                .status();
    }
}
