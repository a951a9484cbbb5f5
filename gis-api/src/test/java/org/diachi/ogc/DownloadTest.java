package org.diachi.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.diachi.Http;
import org.diachi.security.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole collections as files that are fetched piece by piece. */
class DownloadTest {

    private static final EditedCity CITY = EditedCity.get();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int FEATURES = 3000;

    private static FeatureLayer layer;

    @BeforeAll
    static void register() {
        layer = FeatureLayer.create("downloads", FEATURES);
    }

    private static HttpResponse<byte[]> get(String query, String... headers) throws IOException, InterruptedException {
        String url = CITY.base() + "/ogc/collections/" + layer.collection() + "/download" + query;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return CLIENT.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({"flatgeobuf, fgb", "geopackage, gpkg", "csv, csv", "geojsonseq, geojsonl"})
    void aDownloadThatBreaksOffGoesOn(String format, String ending, @TempDir Path folder)
            throws IOException, InterruptedException {
        String query = "?f=" + format + "&crs=EPSG:3405";
        String count = CITY.get(layer.collection(), "?limit=1").at("/numberMatched");
        HttpResponse<byte[]> whole = get(query);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Content-Crs")).isEqualTo("<http://www.opengis.net/def/crs/EPSG/0/3405>");
        String etag = header(whole, "ETag");
        // Whatever is written meanwhile.
        String key = CITY.key(Role.EDITOR);
        CITY.send(key, "POST", CITY.items(layer.collection(), ""), EditedCity.tree("\"height\": -1"));
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        int length = whole.body().length;
        for (int from = 0; from < length; from += length / 3 + 1) {
            String range = "bytes=" + from + "-" + (from + length / 3);
            HttpResponse<byte[]> piece = get(query, "Range", range, "If-Range", etag);
            assertThat(piece.statusCode()).isEqualTo(206);
            assertThat(header(piece, "ETag")).isEqualTo(etag);
            assertThat(header(piece, "Content-Range"))
                    .startsWith("bytes " + from + "-")
                    .endsWith("/" + length);
            pieces.write(piece.body());
        }
        assertThat(pieces.toByteArray()).isEqualTo(whole.body());
        Path file = folder.resolve("features." + ending);
        Files.write(file, pieces.toByteArray());
        assertThat(Gdal.run(folder, "ogrinfo", "-so", "-al", file.toString())).contains("Feature Count: " + count);
    }

    @Test
    void whoHasThePieceOfAnotherFileGetsAll() throws IOException, InterruptedException {
        byte[] whole = get("?f=csv").body();
        HttpResponse<byte[]> answer = get("?f=csv", "Range", "bytes=10-20", "If-Range", "\"another\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
    }

    @Test
    void whoHasTheFileGetsNothingAndWhoAsksBeyondItsEndIsTold() throws IOException, InterruptedException {
        String etag = header(get("?f=csv"), "ETag");
        assertThat(get("?f=csv", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get("?f=csv", "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
        byte[] end = get("?f=csv", "Range", "bytes=-7").body();
        byte[] whole = get("?f=csv").body();
        assertThat(end).isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
    }

    @Test
    void filesMayBeCompressed() throws IOException, InterruptedException {
        HttpResponse<byte[]> packed = get("?f=csv&compress=gzip");
        assertThat(header(packed, "Content-Type")).isEqualTo("application/gzip");
        assertThat(header(packed, "Content-Disposition")).contains(".csv.gz");
        byte[] plain = get("?f=csv").body();
        assertThat(packed.body().length).isLessThan(plain.length / 4);
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8).lines()).hasSizeBetween(FEATURES + 1, FEATURES + 5);
    }

    @Test
    void whatTellsOfPersonsIsOnlyInTheFilesOfThoseWhoMaySeeIt() throws IOException, InterruptedException {
        String url = CITY.base() + "/ogc/collections/trees/download?f=geojsonseq";
        String steward = "Bearer " + CITY.key(Role.STEWARD);
        for (int i = 0; i < 2; i++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
            String all = CLIENT.send(
                            request.header("Authorization", steward).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            String open = CLIENT.send(
                            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(all).contains("\"Hoa\"");
            assertThat(open).contains("Bàng").doesNotContain("\"Hoa\"");
        }
    }

    @Test
    void whatIsNotThereOrNotGivenIsRefused() throws IOException, InterruptedException {
        assertThat(get("?f=shapefile").statusCode()).isEqualTo(400);
        assertThat(get("?crs=EPSG:2056").statusCode()).isEqualTo(400);
        assertThat(get("?bbox=1,2,3,4").statusCode()).isEqualTo(400);
        assertThat(Http.get(CITY.base() + "/ogc/collections/nowhere/download").status())
                .isEqualTo(404);
    }
}
