package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diachi.Http;
import org.diachi.Http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The features in every format, chosen by {@code f} or {@code Accept}, whole collections included. */
class FormatsTest {

    private static final String ZONES = "/ogc/collections/zones/items";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "geojson, application/geo+json",
        "json, application/json",
        "html, text/html;charset=UTF-8",
        "jsonfg, application/vnd.ogc.fg+json",
        "csv, text/csv;charset=UTF-8",
        "geojsonseq, application/geo+json-seq",
        "flatgeobuf, application/flatgeobuf",
        "geopackage, application/geopackage+sqlite3"
    })
    void theParameterAndTheHeaderChoose(String f, String type) {
        assertThat(Http.get(ZONES + "?f=" + f).header("Content-Type")).isEqualTo(type);
        assertThat(Http.get(ZONES, "Accept", type.split(";")[0]).header("Content-Type"))
                .isEqualTo(type);
        assertThat(Http.get(ZONES + "?limit=1&f=" + f).header("Link")).contains("rel=\"next\"");
        Reply page = Http.get(ZONES + "?f=geojson");
        if (!f.equals("geojson")) {
            assertThat(page.json()
                            .at("/links")
                            .valueStream()
                            .filter(link -> link.at("/rel").asString().equals("alternate"))
                            .map(link -> link.at("/href").asString()))
                    .anyMatch(href -> href.endsWith("f=" + f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc", "/ogc/conformance", "/ogc/collections", "/ogc/collections/zones"})
    void everyPageCanBeRead(String path) {
        Reply page = Http.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("http://");
        assertThat(Http.get(path).header("Content-Type")).startsWith("application/json");
    }

    @Test
    void aPageOfFeaturesHasAMapATableAndLinks() {
        Reply page = Http.get("/ogc/collections/addresses/items?f=html&limit=2&kind=business");
        assertThat(page.body())
                .contains("<svg", "<circle", "<table>", "Cà phê &quot;Sông Hương&quot;")
                .doesNotContain("<script");
        Reply first = Http.get(ZONES + "?f=html&limit=1");
        assertThat(first.body()).contains("Next page", "class=\"area\"");
    }

    private Path download(String path, String file) throws IOException {
        Path to = folder.resolve(file);
        try (InputStream in = URI.create(Http.base() + path).toURL().openStream()) {
            Files.copy(in, to);
        }
        return to;
    }

    @ParameterizedTest
    @CsvSource({"flatgeobuf, fgb", "geopackage, gpkg", "geojsonseq, geojsonl", "csv, csv"})
    void wholeCollectionsAreWhatGdalReads(String format, String ending) throws IOException {
        Path file = download(
                "/ogc/collections/addresses/items?f=" + format + "&filter=" + Http.encode("street = 'Lê Lợi'"),
                "all." + ending);
        String told = Gdal.run(folder, "ogrinfo", "-ro", "-al", "-so", file.toString());
        assertThat(told).contains("Feature Count: 29", "houseNumber");
    }

    /** In each system and each format a point that no other order of its axes could be; where it is, PROJ has told. */
    @ParameterizedTest
    @CsvSource({
        "EPSG:9214, 561200, 1821000, 0.001",
        "EPSG:4326, 107.57499958, 16.46393465, 0.0000001",
        "CRS84, 107.57499958, 16.46393465, 0.0000001",
        "EPSG:4756, 107.57317224, 16.46495212, 0.0000001",
        "EPSG:3857, 11975194.175, 1858512.055, 0.01",
        "EPSG:32648, 774936.774, 1822006.161, 0.01",
        "EPSG:3405, 774740.120, 1822116.321, 0.01"
    })
    void theAxesAreInTheirOrderInEverySystemAndFormat(String crs, double x, double y, double tolerance)
            throws IOException {
        String query = ZONES + "?code=DKV&crs=" + crs;
        boolean isLatitudeFirst = crs.equals("EPSG:4326") || crs.equals("EPSG:4756");
        for (String format : List.of("geojson", "jsonfg", "geojsonseq")) {
            String body = Http.get(query + "&f=" + format).body();
            JsonNode answer = Members.JSON.readTree(body.startsWith("\u001e") ? body.substring(1) : body);
            JsonNode feature = format.equals("geojsonseq") ? answer : answer.at("/features/0");
            boolean isPlace = format.equals("jsonfg") && !crs.equals("CRS84");
            JsonNode corner = feature.at(isPlace ? "/place/coordinates/0" : "/geometry/coordinates/0");
            isThere(corner, isLatitudeFirst ? y : x, isLatitudeFirst ? x : y, tolerance, format);
        }
        for (String format : List.of("flatgeobuf", "geopackage")) {
            Path file = download(query + "&f=" + format, format + (format.equals("geopackage") ? ".gpkg" : ".fgb"));
            String json = Gdal.run(
                    folder,
                    "ogr2ogr",
                    "-f",
                    "GeoJSON",
                    "-lco",
                    "COORDINATE_PRECISION=7",
                    "-lco",
                    "RFC7946=NO",
                    "/vsistdout/",
                    file.toString());
            JsonNode feature =
                    Members.JSON.readTree(json.substring(json.indexOf('{'))).at("/features/0");
            isThere(feature.at("/geometry/coordinates/0"), x, y, tolerance, format);
        }
        String csv = Http.get(query + "&f=csv").body();
        String[] numbers =
                csv.substring(csv.indexOf("((") + 2, csv.indexOf("))")).split(", ");
        assertThat(numbers).anyMatch(position -> {
            String[] both = position.split(" ");
            return Math.abs(Double.parseDouble(both[0]) - x) <= tolerance
                    && Math.abs(Double.parseDouble(both[1]) - y) <= tolerance;
        });
    }

    private static void isThere(JsonNode ring, double first, double second, double tolerance, String format) {
        assertThat(ring.valueStream()
                        .anyMatch(position -> Math.abs(position.get(0).doubleValue() - first) <= tolerance
                                && Math.abs(position.get(1).doubleValue() - second) <= tolerance))
                .as("%s: %s", format, ring)
                .isTrue();
    }

    @Test
    void jsonFgTellsTimeAndSystem() {
        Reply reply = Http.get(ZONES + "?f=jsonfg&code=DKV&crs=EPSG:9214");
        assertThat(reply.at("/coordRefSys")).isEqualTo("http://www.opengis.net/def/crs/EPSG/0/9214");
        assertThat(reply.at("/featureType")).isEqualTo("zones");
        assertThat(reply.each("/features/0/time/interval", "")).containsExactly("2025-07-01", "..");
        assertThat(reply.json().at("/features/0/geometry/coordinates/0/0/0").doubleValue())
                .isBetween(107.0, 108.0);
        Reply one = Http.get(ZONES + "/" + reply.at("/features/0/id") + "?f=jsonfg");
        assertThat(one.at("/properties/code")).isEqualTo("DKV");
        assertThat(one.each("/conformsTo", "")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zones, 'code', 'code'",
        "zones, 'maxStoreys,code', 'code,maxStoreys'",
        "addresses, 'houseNumber,ward', 'houseNumber,ward'",
        "places, name, name"
    })
    void onlyWantedPropertiesAreAnswered(String collection, String properties, String names) {
        Reply reply =
                Http.get("/ogc/collections/" + collection + "/items?limit=1&sortby=version&properties=" + properties);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(List.of(names.split(",")))
                .containsAll(reply.json().at("/features/0/properties").propertyNames());
        assertThat(reply.json().at("/features/0/geometry").isMissingNode()).isFalse();
        String csv = Http.get("/ogc/collections/" + collection + "/items?f=csv&limit=1&properties=" + properties)
                .body();
        assertThat(csv.lines().findFirst().orElse(""))
                .doesNotContain("validFrom")
                .endsWith("geometry");
    }

    @Test
    void unknownAndHiddenPropertiesAreRefused() {
        assertThat(Http.get(ZONES + "?properties=nosuch").at("/parameter")).isEqualTo("properties");
        Reply hidden = Http.get(
                "/ogc/collections/" + SampleLayer.COLLECTION + "/items?properties=owner-name",
                "Authorization",
                "Bearer " + SampleLayer.key());
        assertThat(hidden.status()).isEqualTo(400);
        for (String format : List.of("csv", "html", "jsonfg", "geojsonseq", "geojson")) {
            Reply reply = Http.get(
                    "/ogc/collections/" + SampleLayer.COLLECTION + "/items?datetime=../..&f=" + format,
                    "Authorization",
                    "Bearer " + SampleLayer.key());
            assertThat(reply.body()).contains("Brien").doesNotContain("owner-name", "Hoa");
        }
    }

    @Test
    void aWholeCollectionIsNotSorted() {
        assertThat(Http.get(ZONES + "?f=csv&sortby=code").at("/parameter")).isEqualTo("sortby");
        assertThat(Http.get(ZONES + "?f=csv&sortby=-code&limit=3").status()).isEqualTo(200);
    }

    @Test
    void schemasHaveTitlesUnitsAndCodesInBothLanguages() {
        Reply schema = Http.get("/ogc/collections/zones/schema");
        assertThat(schema.at("/properties/code/x-titles/vi")).isEqualTo("Mã");
        assertThat(schema.at("/properties/legalArea/x-ogc-unit")).isEqualTo("m2");
        assertThat(schema.at("/properties/geometry/format")).isEqualTo("geometry-polygon-or-multipolygon");
        assertThat(schema.each("/properties/code/x-codes", "/const")).contains("ODT");
        assertThat(schema.each("/properties/code/x-codes", "/x-titles/vi")).noneMatch(String::isBlank);
        for (String collection : List.of("zones", "addresses", "places", "drainage-links", "green-spaces")) {
            Reply each = Http.get("/ogc/collections/" + collection + "/schema");
            each.json()
                    .at("/properties")
                    .forEachEntry((name, property) -> assertThat(
                                    property.at("/x-titles/vi").asString(""))
                            .as(collection + "." + name)
                            .isNotBlank());
        }
    }

    /** Every member of a feature is in the schema. */
    @ParameterizedTest
    @ValueSource(strings = {"zones", "addresses", "places", "drainage-links"})
    void schemasAreComplete(String collection) {
        JsonNode properties =
                Http.get("/ogc/collections/" + collection + "/schema").json().at("/properties");
        Reply items = Http.get("/ogc/collections/" + collection + "/items?limit=50");
        items.json()
                .at("/features")
                .forEach(feature -> assertThat(properties.propertyNames())
                        .containsAll(feature.at("/properties").propertyNames()));
    }
}
