package org.diachi.rest.drainage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.security.Bounds;
import org.diachi.security.KeyStore;
import org.diachi.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces over HTTP; what they find in a network is the affair of the tracer's own tests. */
class TraceTest {

    private static final DrainTown TOWN = DrainTown.get();

    private static Reply get(String query, String... headers) {
        TOWN.registry().views().runOnce();
        return Http.get(TOWN.base() + "/api/v1/drainage/" + query, headers);
    }

    private static String links(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return String.join(" ", reply.each("/links", "/id"));
    }

    @ParameterizedTest
    @CsvSource({
        "A, downstream, ab bc co",
        "node:B, upstream, ab bs",
        "link:bc, upstream, bc ab bs",
        "S, outfall, bs bc co",
        "A, outfall&stop=pump, ab bc",
    })
    void fromNodesAndLinksInEveryDirection(String from, String direction, String links) {
        Reply reply = get("trace?asOf=2025-07-01&from=" + from + "&direction=" + direction);

        assertThat(links(reply)).isEqualTo(links);
    }

    @Test
    void fromAFeatureAnAddressAndAPlace() {
        Reply node = get("trace?asOf=2025-07-01&from=A&f=geojson");
        String feature = node.json()
                .at("/features")
                .valueStream()
                .filter(each -> each.at("/properties/id").asString().equals("bc"))
                .map(each -> each.at("/id").asString())
                .findFirst()
                .orElseThrow();

        assertThat(links(get("trace?asOf=2025-07-01&from=" + feature))).isEqualTo("bc co");
        assertThat(links(get("trace?asOf=2025-07-01&from=" + TOWN.house(0)))).isEqualTo("ab bc co");
        assertThat(links(get("trace?asOf=2025-07-01&from=address:" + TOWN.house(1))))
                .isEqualTo("co");
        // A little west of the manhole C: CRS84 of (561190, 1821000).
        assertThat(links(get("trace?asOf=2025-07-01&from=107.57490,16.46393"))).isEqualTo("bc co");
    }

    @Test
    void catchmentsAreToldToThoseOnlyWhoMayReadTheirLayer() {
        String key = new KeyStore(TOWN.registry().dataSource())
                .create(new KeyStore.Grant(Role.STEWARD, Bounds.NONE, "test", null), "test");
        TOWN.open("drainage-catchments", false);
        try {
            Reply reply = get("trace?asOf=2025-07-01&from=A&direction=outfall");
            assertThat(links(reply)).isEqualTo("ab bc co");
            assertThat(reply.each("/catchments", "/node")).isEmpty();
            Reply entitled = get("trace?asOf=2025-07-01&from=A&direction=outfall", "Authorization", "Bearer " + key);
            assertThat(entitled.each("/catchments", "/node")).containsExactly("A");
        } finally {
            TOWN.open("drainage-catchments", true);
        }
    }

    @Test
    void theAnswerHasTotalsOutfallsCatchmentsAndAddresses() {
        Reply reply = get("trace?asOf=2025-07-01&from=A&direction=outfall");

        assertThat(reply.json().at("/complete").asBoolean()).isTrue();
        assertThat(reply.each("/outfalls", "")).containsExactly("O");
        assertThat(reply.json().at("/totals/length").asDouble()).isCloseTo(300, within(0.001));
        assertThat(reply.json().at("/totals/volume").asDouble()).isCloseTo(Math.PI / 4 * 300, within(0.001));
        assertThat(reply.each("/catchments", "/node")).containsExactly("A");
        assertThat(reply.json().at("/catchments/0/area").asDouble()).isCloseTo(5000, within(0.001));
        assertThat(reply.each("/addresses/codes", ""))
                .containsExactlyInAnyOrder(
                        TOWN.house(0).toString(), TOWN.house(1).toString());
        assertThat(reply.json().at("/profile/2/end").asDouble()).isCloseTo(300, within(0.001));
        assertThat(reply.json().at("/profile/0/upperInvert").asDouble()).isEqualTo(3);
    }

    @Test
    void anAddressBelongsToItsNearestLinkOnly() {
        assertThat(get("trace?asOf=2025-07-01&from=co").each("/addresses/codes", ""))
                .containsExactly(TOWN.house(1).toString());
    }

    @Test
    void linksThatFlowAgainstTheirDigitisingAreMarked() {
        Reply reply = get("trace?asOf=2025-07-01&from=S");

        assertThat(links(reply)).isEqualTo("bs bc co");
        assertThat(reply.json().at("/links/0/against").asBoolean()).isTrue();
        assertThat(reply.json().at("/links/0/upperNode").asString()).isEqualTo("S");
        assertThat(reply.json().at("/totals/linksAgainst").asInt()).isEqualTo(1);
    }

    @Test
    void bothTimesAreAnswered() throws InterruptedException {
        String before = now();
        Thread.sleep(10);
        TOWN.feature(
                "drainage-links",
                "stub",
                DrainTown.attributes("stub", "C", "nowhere", 2.4, 2.2),
                "LINESTRING (200 0, 200 -80)",
                LocalDate.of(2030, 1, 1));

        Reply then = get("trace?from=C&asOf=2030-01-01");
        assertThat(links(then)).isEqualTo("co stub");
        assertThat(then.json().at("/complete").asBoolean()).isFalse();
        assertThat(then.at("/breaks/0/reason")).isEqualTo("unknown-node");
        assertThat(then.at("/breaks/0/link")).isEqualTo("stub");
        assertThat(then.json().at("/breaks/0/place/coordinates/0").asDouble()).isCloseTo(107.575, within(0.001));
        assertThat(links(get("trace?from=C&asOf=2029-12-31"))).isEqualTo("co");
        assertThat(links(get("trace?from=C&asOf=2030-01-01&knownAt=" + before))).isEqualTo("co");
    }

    private static String now() {
        return OffsetDateTime.now(ZoneOffset.UTC).toString();
    }

    @Test
    void asFeaturesInAnySystem() {
        Reply reply = get("trace?asOf=2025-07-01&from=A&f=geojson&crs=EPSG:9214");

        assertThat(reply.header("Content-Crs")).contains("9214");
        assertThat(reply.json().at("/numberReturned").asInt()).isEqualTo(7);
        assertThat(reply.json().at("/features/0/geometry/coordinates/1/0").asDouble())
                .isEqualTo(DrainTown.X + 100.0);
        assertThat(reply.json().at("/trace/complete").asBoolean()).isTrue();
    }

    @Test
    void theProfileIsDrawn() {
        Reply reply = get("trace?asOf=2025-07-01&from=A&f=svg");

        assertThat(reply.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(reply.body())
                .startsWith("<svg")
                .contains("Profile A – O, 300.0 m")
                .endsWith("</svg>\n");
    }

    @Test
    void aTraceIsAModelOfSwmm() {
        Reply reply = get("trace?asOf=2025-07-01&from=A&f=inp");

        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.body())
                .contains("[JUNCTIONS]", "[CONDUITS]")
                .contains("\nO 2.100 FREE NO\n")
                .contains("\nab A B 100.000 0.0130 3.000 2.700 0 0\n")
                .contains("\nab CIRCULAR 1.000 0 0 0 1\n");
    }

    @Test
    void aTraceIsAGeoPackage() {
        Reply reply = get("trace?asOf=2025-07-01&from=A&f=geopackage&crs=EPSG:9214");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith("SQLite format 3");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Reply reply = get("trace?asOf=2025-07-01&from=A");

        assertThat(get("trace?asOf=2025-07-01&from=A", "If-None-Match", reply.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "trace?from=nothing, 404",
        "trace?from=drainage-links/999999, 404",
        "trace?from=0000-0013, 404",
        "'trace?from=107.0,16.0', 404",
        "trace?from=A&direction=sideways, 400",
        "trace?from=A&f=pdf, 400",
        "trace, 400",
        "trace?from=A&knownAt=2999-01-01T00:00:00Z, 400",
        "findings?rule=wrong, 400",
    })
    void wrongQuestionsGetAProblem(String query, int status) {
        Reply reply = get(query);

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.at("/detail")).isNotBlank();
    }

    @Test
    void findingsAreFeaturesWithRowAndPlace() {
        Reply reply = get("findings?asOf=2025-07-01");

        assertThat(reply.each("/features", "/properties/rule")).containsExactly("uphill");
        assertThat(reply.at("/features/0/properties/objectId")).isEqualTo("bs");
        assertThat(reply.json().at("/features/0/properties/row").asLong()).isEqualTo(1);
        assertThat(reply.at("/features/0/geometry/type")).isEqualTo("LineString");
        assertThat(get("findings?asOf=2025-07-01&severity=severe").each("/features", "/id"))
                .isEmpty();
    }

    @Test
    void theViewIsWhatTheRegisterSays() {
        TOWN.registry().views().runOnce();

        assertThat(TOWN.registry().views().verify()).isEmpty();
    }
}
