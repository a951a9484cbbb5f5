package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.diachi.change.ActContext;
import org.diachi.layer.FeatureRegistration;
import org.diachi.layer.Layer;
import org.diachi.layer.LayerField;
import org.diachi.registry.Registry;
import org.diachi.security.Role;
import org.diachi.value.Crs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every system that is offered, in every parameter and format, with one point whose two ordinates cannot be confused. The
 * right answer comes from PROJ, by way of PostGIS, and from the authorities' axes, which stand here once more.
 */
class AxisOrderTest {

    private static final EditedCity CITY = EditedCity.get();
    private static final String COLLECTION = "axis-order";
    private static final double EASTING = 570_123.25;
    private static final double NORTHING = 1_834_567.75;

    /** Those whose authority puts latitude first; CRS84 is not among them. */
    private static final Set<String> LATITUDE_FIRST =
            Set.of("http://www.opengis.net/def/crs/EPSG/0/4326", "http://www.opengis.net/def/crs/EPSG/0/4756");

    @BeforeAll
    static void tellOfThePoint() {
        Registry registry = CITY.registry();
        List<LayerField> fields = List.of(new LayerField("name", "string", Map.of(), null, null));
        Layer layer = registry.layers().create(COLLECTION, Map.of("en", "Axis order"), "point", fields, null);
        List<FeatureRegistration> told = new ArrayList<>();
        told.add(new FeatureRegistration(
                "p",
                1L,
                null,
                null,
                Map.of("name", "p"),
                EditedCity.geometry("POINT (%s %s)".formatted(EASTING, NORTHING))));
        registry.featureRegister().register(layer, "test", told, ActContext.of("test", EditedCity.FOUNDED));
    }

    static List<String> systems() {
        List<String> all = new ArrayList<>();
        Http.get(CITY.base() + "/ogc/collections/trees").json().at("/crs").forEach(uri -> all.add(uri.asString()));
        assertThat(all)
                .contains(
                        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                        "http://www.opengis.net/def/crs/EPSG/0/4326",
                        "http://www.opengis.net/def/crs/EPSG/0/3857",
                        "http://www.opengis.net/def/crs/EPSG/0/4756",
                        "http://www.opengis.net/def/crs/EPSG/0/3405",
                        "http://www.opengis.net/def/crs/EPSG/0/9214");
        return all;
    }

    /** The point in a system, x before y. */
    private static double[] point(String uri) {
        return CITY.database()
                .jdbc()
                .queryForObject(
                        "SELECT ST_X(p), ST_Y(p) FROM ST_Transform(ST_SetSRID(ST_MakePoint(?, ?), 9214), ?::int) AS p",
                        (row, number) -> new double[] {row.getDouble(1), row.getDouble(2)},
                        EASTING,
                        NORTHING,
                        Crs.parse(uri).epsg());
    }

    /** The point as the authority of the system writes it. */
    private static double[] written(String uri) {
        double[] point = point(uri);
        return LATITUDE_FIRST.contains(uri) ? new double[] {point[1], point[0]} : point;
    }

    private static boolean isGeographic(String uri) {
        return LATITUDE_FIRST.contains(uri) || uri.endsWith("CRS84");
    }

    /** Two millimetres or so. */
    private static Offset<Double> near(String uri) {
        return Offset.offset(isGeographic(uri) ? 2e-8 : 2e-3);
    }

    private static void isThere(double[] found, double[] expected, String uri, String where) {
        assertThat(found[0]).as(where).isCloseTo(expected[0], near(uri));
        assertThat(found[1]).as(where).isCloseTo(expected[1], near(uri));
    }

    private static double[] pair(JsonNode coordinates) {
        return new double[] {
            coordinates.get(0).doubleValue(), coordinates.get(1).doubleValue()
        };
    }

    private static Reply items(String query) {
        Reply reply = CITY.get(COLLECTION, "?" + query);
        assertThat(reply.status()).as(query + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    private static String pair(double[] point) {
        return String.format(Locale.ROOT, "%.9f %.9f", point[0], point[1]);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void coordinatesOfPagesAndFeatures(String uri) {
        for (String format : List.of("geojson", "json")) {
            Reply page = items("f=" + format + "&crs=" + uri);
            assertThat(page.header("Content-Crs")).isEqualTo("<" + uri + ">");
            isThere(pair(page.json().at("/features/0/geometry/coordinates")), written(uri), uri, format);
            Reply alone = CITY.get(COLLECTION, "/" + page.at("/features/0/id") + "?f=" + format + "&crs=" + uri);
            isThere(pair(alone.json().at("/geometry/coordinates")), written(uri), uri, "one as " + format);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void coordinatesOfJsonFg(String uri) {
        JsonNode page = items("f=jsonfg&crs=" + uri).json();
        String crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
        assertThat(page.at("/coordRefSys").asString()).isEqualTo(uri);
        isThere(pair(page.at("/features/0/geometry/coordinates")), point(crs84), crs84, "geometry");
        if (!uri.equals(crs84)) {
            isThere(pair(page.at("/features/0/place/coordinates")), written(uri), uri, "place");
        }
    }

    /** Files have x before y in every system, as their formats say; but lines of GeoJSON are as pages of it. */
    @ParameterizedTest
    @MethodSource("systems")
    void coordinatesOfFiles(String uri, @TempDir Path folder) throws IOException {
        for (String format : List.of("flatgeobuf", "geopackage", "csv", "geojsonseq")) {
            String url = CITY.items(COLLECTION, "?f=" + format + "&crs=" + uri);
            String ending = Map.of("flatgeobuf", "fgb", "geopackage", "gpkg", "csv", "csv", "geojsonseq", "geojsonl")
                    .get(format);
            Path file = folder.resolve("points." + ending);
            try (InputStream in = URI.create(url).toURL().openStream()) {
                Files.copy(in, file);
            }
            String found = Gdal.run(folder, "ogrinfo", "-al", "-oo", "GEOM_POSSIBLE_NAMES=geometry", file.toString());
            double[] expected = format.equals("geojsonseq") ? written(uri) : point(uri);
            isThere(pointIn(found), expected, uri, format + " " + found);
        }
    }

    private static double[] pointIn(String text) {
        String[] words = text.substring(text.lastIndexOf("POINT (") + 7).split("[ )]");
        return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])};
    }

    @ParameterizedTest
    @MethodSource("systems")
    void bboxes(String uri) {
        double reach = isGeographic(uri) ? 1e-6 : 0.1;
        double[] at = written(uri);
        assertThat(found(box(at, reach, uri))).isEqualTo(1);
        assertThat(found(box(new double[] {at[0] + 3 * reach, at[1]}, reach, uri)))
                .isZero();
        assertThat(found(box(new double[] {at[0], at[1] + 3 * reach}, reach, uri)))
                .isZero();
        Reply swapped = CITY.get(COLLECTION, "?" + box(new double[] {at[1], at[0]}, reach, uri));
        assertThat(swapped.status() == 400 || swapped.json().at("/features").isEmpty())
                .as(swapped.body())
                .isTrue();
    }

    private static String box(double[] at, double reach, String uri) {
        return String.format(
                Locale.ROOT,
                "bbox=%.9f,%.9f,%.9f,%.9f&bbox-crs=%s",
                at[0] - reach,
                at[1] - reach,
                at[0] + reach,
                at[1] + reach,
                uri);
    }

    private static int found(String query) {
        return items(query).json().at("/features").size();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void filters(String uri) {
        double[] at = written(uri);
        double reach = isGeographic(uri) ? 1e-6 : 0.1;
        String crs = "&filter-crs=" + uri;
        for (double away : new double[] {0, 5 * reach}) {
            double[] here = {at[0] + away, at[1]};
            double[] low = {here[0] - reach, here[1] - reach};
            double[] high = {here[0] + reach, here[1] + reach};
            String ring = "POLYGON((" + pair(low) + "," + pair(new double[] {high[0], low[1]}) + "," + pair(high) + ","
                    + pair(new double[] {low[0], high[1]}) + "," + pair(low) + "))";
            String bbox = (pair(low) + " " + pair(high)).replace(' ', ',');
            String json = "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[" + bbox + "]}]}";
            int expected = away == 0 ? 1 : 0;
            assertThat(found("filter=" + Http.encode("S_INTERSECTS(geometry, " + ring + ")") + crs))
                    .as("polygon")
                    .isEqualTo(expected);
            assertThat(found("filter=" + Http.encode("S_INTERSECTS(geometry, BBOX(" + bbox + "))") + crs))
                    .as("BBOX")
                    .isEqualTo(expected);
            assertThat(found("filter-lang=cql2-json&filter=" + Http.encode(json) + crs))
                    .as("JSON")
                    .isEqualTo(expected);
            assertThat(found("filter-lang=ecql&filter=" + Http.encode("INTERSECTS(geometry, " + ring + ")") + crs))
                    .as("ECQL")
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void writes(String uri) {
        double[] at = written(uri);
        String body = "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":["
                + pair(at).replace(' ', ',') + "]}}";
        String key = CITY.key(Role.EDITOR);
        Reply created = CITY.send(key, "POST", CITY.items("trees", ""), body, "Content-Crs", "<" + uri + ">");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        double[] stored = CITY.database()
                .jdbc()
                .queryForObject(
                        "SELECT ST_X(shape), ST_Y(shape) FROM registry.feature WHERE id = ?",
                        (row, number) -> new double[] {row.getDouble(1), row.getDouble(2)},
                        Long.valueOf(created.at("/id")));
        isThere(stored, new double[] {EASTING, NORTHING}, "http://www.opengis.net/def/crs/EPSG/0/9214", uri);
    }
}
