package org.diachi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.diachi.sheet.LandUseCity.jsonBox;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diachi.Http.Reply;
import org.diachi.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Statements over HTTP. */
class StatementsTest {

    private static final LandUseCity CITY = new LandUseCity();
    private static final String JSON = "application/geo+json";

    @AfterAll
    static void close() {
        CITY.close();
    }

    private static Reply ask(String body, String more) {
        return CITY.post("/api/v1/land-use?crs=EPSG:9214" + more, body, "Content-Type", JSON);
    }

    private static List<String> zones(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<String> zones = new ArrayList<>();
        reply.json()
                .at("/plans/0/zones")
                .forEach(zone -> zones.add(zone.path("code").asString() + " "
                        + Math.round(zone.path("area").asDouble()) + " "
                        + Math.round(zone.path("share").asDouble()) + "%"));
        return zones;
    }

    @Test
    void aHouseIsAskedForByItsCode() {
        Reply reply = CITY.get("/api/v1/land-use?address=" + CITY.house());
        assertThat(zones(reply)).containsExactlyInAnyOrder("ODT 400 50%", "DKV 400 50%");
        assertThat(reply.json().path("area").asDouble()).isCloseTo(800, within(0.01));
        assertThat(reply.at("/subject/code")).isEqualTo(CITY.house());
        assertThat(reply.at("/subject/geometry/type")).isEqualTo("Polygon");
        assertThat(reply.at("/plans/0/decisionNumber")).isEqualTo("12/QĐ-UBND");
        assertThat(reply.at("/overlays/0/collection")).isEqualTo("heritage-belts");
        assertThat(reply.json().at("/overlays/0/area").asDouble()).isCloseTo(400, within(0.01));
        assertThat(reply.json().at("/greenSpaces/0/distance").asDouble()).isCloseTo(90, within(0.01));
        assertThat(reply.json().at("/drainage/0/distance").asDouble()).isCloseTo(30, within(0.01));
        assertThat(reply.at("/sources/0/source")).isNotBlank();
        assertThat(CITY.get("/api/v1/land-use?address=" + CITY.house(), "If-None-Match", reply.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anExternalIdNamesAnAddressObjectOrAFeatureOfAnySource() {
        assertThat(CITY.get("/api/v1/land-use?externalId=survey:house/1").at("/subject/code"))
                .isEqualTo(CITY.house());
        Reply zone = CITY.get("/api/v1/land-use?externalId=test-in-force:C");
        assertThat(zone.at("/subject/type")).isEqualTo("feature");
        assertThat(zones(zone)).containsExactly("DGD 10000 100%");
        assertThat(CITY.get("/api/v1/land-use?externalId=test-draft:T").status())
                .as("a zone of a draft is nobody's subject")
                .isEqualTo(404);
        assertThat(CITY.get("/api/v1/land-use?externalId=nobody:knows").status())
                .isEqualTo(404);
    }

    @Test
    void aPointAndADrawnGeometryAreSubjectsToo() {
        Reply point = CITY.get("/api/v1/land-use?lon=107.57312654&lat=16.46393978");
        assertThat(point.json().path("area").asDouble()).isZero();
        assertThat(point.json().at("/plans/0/zones/0/share").asDouble()
                        + point.json().at("/plans/0/outside/share").asDouble())
                .isEqualTo(100);
        assertThat(zones(ask(jsonBox(50, 50, 250, 60), "")))
                .containsExactly("DKV 1000 50%", "ODT 500 25%", "DGD 500 25%");
    }

    @Test
    void aGeometryInDegreesHasTheAreasOfTheOfficialSystem() {
        Reply stored = ask(jsonBox(50, 50, 250, 60), "");
        String degrees = CITY.get("/api/v1/land-use?externalId=test-in-force:C")
                .json()
                .at("/subject/geometry")
                .toString();
        Reply again = CITY.post("/api/v1/land-use", degrees, "Content-Type", JSON);
        assertThat(again.json().path("area").asDouble()).isCloseTo(10_000, within(0.5));
        assertThat(stored.json().path("area").asDouble()).isCloseTo(2000, within(0.001));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing           | {}                                                                      | 400
            no geometry       | null                                                                    | 422
            no coordinates    | {"type": "Polygon", "coordinates": []}                                  | 400
            an empty shape    | {"type": "MultiPolygon", "coordinates": []}                             | 422
            an open ring      | {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,1]]]}         | 400
            words             | {"type": "Point", "coordinates": ["a", "b"]}                            | 400
            a bow-tie         | {"type": "Polygon", "coordinates": [[[561000,1821000],[561010,1821010],[561010,1821000],[561000,1821010],[561000,1821000]]]} | 422
            a collection      | {"type": "GeometryCollection", "geometries": []}                        | 422
            far away          | {"type": "Polygon", "coordinates": [[[1e300,0],[2e300,0],[2e300,1],[1e300,0]]]} | 422
            """)
    void aGeometryThatIsNoneGetsAClearProblem(String name, String body, int status) {
        Reply reply = ask(body, "");
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).contains("problem+json");
        assertThat(reply.at("/detail")).isNotBlank();
    }

    @Test
    void aMillionVerticesAreTooManyToBeRead() {
        StringBuilder ring = new StringBuilder("{\"type\": \"LineString\", \"coordinates\": [");
        IntStream.range(0, 1_000_000)
                .forEach(i -> ring.append("[").append(561000 + i * 1e-3).append(",1821000],"));
        Reply reply = ask(ring.append("[561001,1821001]]}").toString(), "");
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.at("/detail")).contains("bytes");
    }

    @Test
    void tenThousandVerticesAreStillAnswered() {
        StringBuilder ring = new StringBuilder("{\"type\": \"Polygon\", \"coordinates\": [[");
        int count = 10_000;
        for (int i = 0; i <= count; i++) {
            double angle = 2 * Math.PI * (i % count) / count;
            double radius = i % 2 == 0 ? 49 : 48;
            ring.append(String.format(
                    Locale.ROOT,
                    "%s[%.4f,%.4f]",
                    i == 0 ? "" : ",",
                    561150 + radius * Math.cos(angle),
                    1821050 + radius * Math.sin(angle)));
        }
        Reply reply = ask(ring.append("]]}").toString(), "");
        assertThat(zones(reply)).singleElement().asString().startsWith("DKV ").endsWith(" 100%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?address=0000-0000&lon=1&lat=2",
                "?lon=107.5",
                "?lon=0&lat=0",
                "?externalId=nothing",
                "?address=0000-0000&distance=5000",
                "?address=0000-0000&step=future",
                "?address=0000-0000&knownAt=2999-01-01T00:00:00Z",
                "?address=0000-0000&lang=fr"
            })
    void aQuestionThatIsNoneIsRefused(String query) {
        assertThat(CITY.get("/api/v1/land-use" + query).status()).isEqualTo(400);
    }

    @Test
    void draftsAreForThoseEntitledOnly() {
        String question = "/api/v1/land-use?step=elaboration&address=" + CITY.house();
        assertThat(CITY.get(question).status()).isEqualTo(401);
        assertThat(CITY.get(question, "Authorization", "Bearer " + CITY.key(Role.READER))
                        .status())
                .isEqualTo(403);
        Reply reply = CITY.get(question, "Authorization", "Bearer " + CITY.key(Role.EDITOR));
        assertThat(zones(reply)).containsExactly("TMD 800 100%");
        assertThat(reply.header("Cache-Control")).doesNotContain("public");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Thông tin quy hoạch sử dụng đất | 400,00 | 01/01/2021 – 31/12/2030",
                "en | Land-use statement               | 400.00 | 2021-01-01 – 2030-12-31"
            })
    void thePageSaysTheSame(String language, String title, String area, String period) {
        Reply page = CITY.get("/api/v1/land-use?f=html&lang=" + language + "&address=" + CITY.house());
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains(title).contains(area).contains(period).contains("lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyNumberOfThePdfIsThatOfTheJson(String language) throws IOException {
        String question = "/api/v1/land-use?distance=250&address=" + CITY.house() + "&lang=" + language;
        Set<String> told = new TreeSet<>();
        JsonNode json = CITY.get(question).json();
        collect(json, language, told);
        String text = text(question + "&f=pdf");
        Set<String> printed = new TreeSet<>();
        Matcher numbers = Pattern.compile(
                        language.equals("vi") ? "\\d{1,3}(?:\\.\\d{3})*,\\d{2}\\b" : "\\d{1,3}(?:,\\d{3})*\\.\\d{2}\\b")
                .matcher(text);
        while (numbers.find()) {
            printed.add(numbers.group());
        }
        assertThat(printed).as(text).isNotEmpty();
        assertThat(told).containsAll(printed);
        Set<String> zones = new TreeSet<>();
        collect(json.at("/plans"), language, zones);
        assertThat(printed).containsAll(zones);
        assertThat(text).contains("12/QĐ-UBND").contains("ODT").contains("DKV").contains("L-1");
        assertThat(text).contains(language.equals("vi") ? "Đất ở tại đô thị" : "urban residential");
    }

    /** Every area, length, share and distance as it is printed. */
    private static void collect(JsonNode node, String language, Set<String> into) {
        node.forEachEntry((name, value) -> {
            if (Set.of("area", "share", "distance").contains(name) && value.isNumber()) {
                into.add(printed(value.decimalValue(), language));
            }
        });
        node.forEach(child -> collect(child, language, into));
    }

    private static String printed(BigDecimal number, String language) {
        String english = String.format(Locale.ENGLISH, "%,.2f", number);
        return language.equals("vi")
                ? english.replace(",", "·").replace(".", ",").replace("·", ".")
                : english;
    }

    private static String text(String path) throws IOException {
        try (InputStream in = URI.create(CITY.base() + path).toURL().openStream();
                PDDocument document = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
