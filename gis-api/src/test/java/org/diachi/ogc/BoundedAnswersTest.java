package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What answers cost and how much is in them: counts, simplified shapes, questions that take too long. */
class BoundedAnswersTest {

    private static final EditedCity CITY = EditedCity.get();
    private static final String PONDS = "round-ponds";
    private static final String CRS = "&crs=EPSG:9214";
    private static final int RADIUS = 100;

    private static FeatureLayer trees;

    @BeforeAll
    static void register() {
        trees = FeatureLayer.create("bounded-answers", 25);
        Layer ponds = CITY.registry().layers().create(PONDS, Map.of("en", "Ponds"), "polygon", List.of(), null);
        Geometry circle = EditedCity.geometry("POINT (580000 1845000)").buffer(RADIUS, 90);
        List<FeatureRegistration> told = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Geometry shape =
                    AffineTransformation.translationInstance(300 * i, 0).transform(circle);
            shape.setSRID(9214);
            told.add(new FeatureRegistration("p" + i, i, null, null, Map.of(), shape));
        }
        CITY.registry().featureRegister().register(ponds, "test", told, ActContext.of("test", EditedCity.FOUNDED));
    }

    private static Reply items(String collection, String query) {
        Reply reply = CITY.get(collection, "?" + query);
        assertThat(reply.status()).as(query + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    @ParameterizedTest
    @ValueSource(strings = {"geojson", "jsonfg"})
    void theFirstPageTellsHowManyFeaturesThereAreWhereThatIsSoonKnown(String format) {
        String f = "f=" + format + "&";
        assertThat(items(trees.collection(), f + "limit=10").at("/numberMatched"))
                .isEqualTo("25");
        assertThat(items(trees.collection(), f + "limit=100").at("/numberMatched"))
                .isEqualTo("25");
        assertThat(items(trees.collection(), f + "height=3").at("/numberMatched"))
                .isEqualTo("1");
        assertThat(items(trees.collection(), f + "filter=height%3E20&limit=9").at("/numberMatched"))
                .isEqualTo("4");
        assertThat(items(trees.collection(), f + "filter=height%3E20&limit=2")
                        .json()
                        .has("numberMatched"))
                .isFalse();
        Reply second = Http.get(items(trees.collection(), f + "limit=10").next());
        assertThat(second.json().has("numberMatched")).isFalse();
        assertThat(items(trees.collection(), f + "datetime=2020-01-01").at("/numberMatched"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "geojson, max-allowable-offset=5, 5",
        "geojson, zoom-level=14, 4.8",
        "jsonfg, max-allowable-offset=5, 5",
        "geojsonseq, max-allowable-offset=5, 5"
    })
    void linesAreOffByNoMoreThanIsAllowed(String format, String parameter, double allowed) {
        Geometry whole = shape(items(PONDS, "f=geojson&limit=1" + CRS).json().at("/features/0/geometry"));
        Geometry simple = shape(first(format, items(PONDS, "f=" + format + "&limit=1&" + parameter + CRS)));
        assertThat(whole.getNumPoints()).isGreaterThan(300);
        assertThat(simple.getNumPoints()).isBetween(6, 40);
        assertThat(simple.isValid()).isTrue();
        assertThat(DiscreteHausdorffDistance.distance(whole, simple, 0.1)).isLessThanOrEqualTo(allowed);
    }

    private static JsonNode first(String format, Reply reply) {
        return switch (format) {
            case "jsonfg" -> reply.json().at("/features/0/place");
            case "geojsonseq" ->
                new JsonMapper()
                        .readTree(reply.body()
                                .replace("\u001e", "")
                                .lines()
                                .findFirst()
                                .orElseThrow())
                        .at("/geometry");
            default -> reply.json().at("/features/0/geometry");
        };
    }

    private static Geometry shape(JsonNode geometry) {
        String wkt = CITY.database()
                .jdbc()
                .queryForObject("SELECT ST_AsText(ST_GeomFromGeoJSON(?), 9)", String.class, geometry.toString());
        return EditedCity.geometry(wkt);
    }

    @Test
    void oneFeatureIsSimplifiedToo() {
        Reply page = items(PONDS, "limit=1&zoom-level=10");
        Reply alone = CITY.get(PONDS, "/" + page.at("/features/0/id") + "?zoom-level=10");
        assertThat(alone.json().at("/geometry")).isEqualTo(page.json().at("/features/0/geometry"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zoom-level=99", "zoom-level=x", "max-allowable-offset=-1", "zoom-level=3&max-allowable-offset=1"
            })
    void impossibleSimplificationIsRefused(String parameter) {
        assertThat(CITY.get(PONDS, "?" + parameter).status()).isEqualTo(400);
    }

    /** Somebody holds the table; a question with conditions waits no longer than it may, and says so. */
    @Test
    void whatTakesTooLongIsRefused() throws SQLException {
        String table = "registry.feature_" + trees.collection().replace('-', '_');
        try (Connection connection = CITY.database().database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
            Reply refused = CITY.get(trees.collection(), "?filter=height%3E3");
            connection.rollback();
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/type")).isEqualTo("urn:problem-type:diachi:too-dear");
            assertThat(refused.at("/detail")).contains("bbox");
        }
        assertThat(items(trees.collection(), "filter=height%3E3").json().at("/features"))
                .isNotEmpty();
    }
}
