package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.diachi.Http;
import org.diachi.TestCity;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WmsTest {

    private final TestCity city = TestCity.get();

    static Stream<String> systemsAndVersions() {
        return Stream.of("CRS:84", "EPSG:4326", "EPSG:3857", "EPSG:4756", "EPSG:3405", "EPSG:9214", "EPSG:32648")
                .flatMap(crs -> Stream.of("1.1.1 " + crs, "1.3.0 " + crs));
    }

    /** The three zones are one block of 300 m x 100 m: nothing is outside of it, at any of its four sides. */
    @ParameterizedTest
    @MethodSource("systemsAndVersions")
    void aPlaceIsOnItsPixelInEverySystemAndVersion(String versionAndSystem) {
        String version = versionAndSystem.substring(0, 5);
        Crs crs = Crs.parse(versionAndSystem.substring(6));
        double[] corners = {560800, 1820900, 561500, 1821200};
        double[] inner = {561000, 1821000, 561300, 1821100};
        CrsTransform transform = CrsTransform.between(Crs.of(9214), crs);
        transform.apply(corners, 2);
        transform.apply(inner, 2);
        boolean isFlipped = version.equals("1.3.0") && crs.isLatitudeFirst();
        String box = isFlipped
                ? corners[1] + "," + corners[0] + "," + corners[3] + "," + corners[2]
                : corners[0] + "," + corners[1] + "," + corners[2] + "," + corners[3];
        BufferedImage picture = Maps.get("/wms?SERVICE=WMS&VERSION=" + version + "&REQUEST=GetMap&STYLES=&LAYERS=zones"
                        + "&FORMAT=image/png&WIDTH=700&HEIGHT=300&" + (version.equals("1.3.0") ? "CRS=" : "SRS=")
                        + versionAndSystem.substring(6) + "&BBOX=" + box)
                .picture();
        int left = (int) ((inner[0] - corners[0]) / (corners[2] - corners[0]) * 700);
        int right = (int) ((inner[2] - corners[0]) / (corners[2] - corners[0]) * 700);
        int top = (int) ((corners[3] - inner[3]) / (corners[3] - corners[1]) * 300);
        int bottom = (int) ((corners[3] - inner[1]) / (corners[3] - corners[1]) * 300);
        int middleX = (left + right) / 2;
        int middleY = (top + bottom) / 2;
        // Systems turn against each other by less than a degree here.
        int spare = 7;
        assertThat(Maps.isWhite(picture, middleX, middleY)).isFalse();
        assertThat(Maps.isWhite(picture, left + spare, middleY)).isFalse();
        assertThat(Maps.isWhite(picture, left - spare, middleY)).isTrue();
        assertThat(Maps.isWhite(picture, right - spare, middleY)).isFalse();
        assertThat(Maps.isWhite(picture, right + spare, middleY)).isTrue();
        assertThat(Maps.isWhite(picture, middleX, top + spare)).isFalse();
        assertThat(Maps.isWhite(picture, middleX, top - spare)).isTrue();
        assertThat(Maps.isWhite(picture, middleX, bottom + spare)).isTrue();
    }

    @Test
    void capabilitiesAreThoseOfTheVersionAndLinkTheServiceWithAQuestionMark() {
        String latest = Maps.get("/wms?SERVICE=WMS&REQUEST=GetCapabilities").text();
        assertThat(latest)
                .contains("<WMS_Capabilities version=\"1.3.0\"")
                .contains("xlink:href=\"" + Http.base() + "/wms?\"")
                .contains("<Name>zones</Name>", "<CRS>EPSG:9214</CRS>", "<Dimension name=\"time\"")
                .doesNotContain("flood-lines");
        assertThat(Maps.get("/wms?service=wms&request=GetCapabilities&version=1.1.1")
                        .text())
                .contains("<WMT_MS_Capabilities version=\"1.1.1\"", "<SRS>EPSG:9214</SRS>");
    }

    @ParameterizedTest
    @CsvSource({"1.0.0, 1.1.1", "1.1.0, 1.1.1", "1.2.0, 1.1.1", "1.3.0, 1.3.0", "1.4, 1.3.0", "9.0.0, 1.3.0", "x, 1.1.1"
    })
    void theVersionIsAgreedUpon(String asked, String spoken) {
        assertThat(Maps.get("/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + asked)
                        .text())
                .contains("version=\"" + spoken + "\" updateSequence");
    }

    @Test
    void capabilitiesAreNotSentToWhoHasThem() {
        String document = Maps.get("/wms?REQUEST=GetCapabilities").text();
        String sequence = document.replaceAll("(?s).*updateSequence=\"(\\d+)\".*", "$1");
        assertThat(Maps.get("/wms?REQUEST=GetCapabilities&UPDATESEQUENCE=" + sequence)
                        .text())
                .contains("code=\"CurrentUpdateSequence\"");
        assertThat(Maps.get("/wms?REQUEST=GetCapabilities&UPDATESEQUENCE=999999999")
                        .text())
                .contains("code=\"InvalidUpdateSequence\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAYERS=none                     | LayerNotDefined",
                "LAYERS=flood-lines              | LayerNotDefined",
                "STYLES=none                     | StyleNotDefined",
                "STYLES=default,default          | StyleNotDefined",
                "CRS=EPSG:99999                  | InvalidCRS",
                "CRS=EPSG:27700                  | InvalidCRS",
                "FORMAT=image/webp               | InvalidFormat",
                "BBOX=1,2,3                      | InvalidParameterValue",
                "BBOX=NaN,2,3,4                  | InvalidParameterValue",
                "BBOX=3,4,1,2                    | InvalidParameterValue",
                "BBOX=1,1,1,1                    | InvalidParameterValue",
                "BBOX=-1e308,-1e308,1e308,1e308  | InvalidParameterValue",
                "WIDTH=0                         | InvalidParameterValue",
                "WIDTH=-5                        | InvalidParameterValue",
                "WIDTH=1000000000                | InvalidParameterValue",
                "WIDTH=x                         | InvalidParameterValue",
                "TIME=yesterday                  | InvalidDimensionValue",
                "TIME=2030-99-01                 | InvalidDimensionValue",
                "CQL_FILTER=secret%3D1           | InvalidParameterValue",
                "CQL_FILTER=env('x')%3D1         | InvalidParameterValue",
                "CQL_FILTER=code%3D'ODT'%3BINCLUDE | InvalidParameterValue",
                "CQL_FILTER=code%3D'             | InvalidParameterValue",
                "BGCOLOR=red                     | InvalidParameterValue",
                "DPI=1e9                         | InvalidParameterValue",
                "SLD=http://example.org/x.sld    | InvalidParameterValue",
                "REQUEST=GetEverything           | OperationNotSupported"
            })
    void whatIsWrongIsToldWithTheCodeOfTheStandard(String parameter, String code) {
        String name = parameter.substring(0, parameter.indexOf('='));
        String path = Maps.map("zones", 561000, 1821000, 100, 64);
        String wrong = path.replaceAll("([?&])" + name + "=[^&]*", "$1x=") + "&" + parameter.strip();
        Maps.Reply reply = Maps.get(wrong);
        assertThat(reply.type()).startsWith("text/xml");
        assertThat(reply.text()).contains("<ServiceExceptionReport version=\"1.3.0\"", "code=\"" + code + "\"");
    }

    @Test
    void hostileRequestsAreRefusedFast() {
        String layers = "zones,".repeat(10_000);
        String deep = "(".repeat(3_000) + "1=1" + ")".repeat(3_000);
        assertThat(Maps.get("/wms?REQUEST=GetMap&LAYERS=" + layers.substring(0, 6_000))
                        .text())
                .contains("ServiceException");
        assertThat(Maps.get(Maps.map("zones", 561000, 1821000, 100, 64) + "&CQL_FILTER=" + Http.encode(deep))
                        .status())
                .isIn(200, 400);
        assertThat(Maps.get(Maps.map("zones", 561000, 1821000, 100, 10_000).replace("HEIGHT=10000", "HEIGHT=10001"))
                        .text())
                .contains("InvalidParameterValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INIMAGE", "BLANK"})
    void exceptionsArePicturesForWhoWantsThem(String wish) {
        Maps.Reply reply = Maps.get(Maps.map("none", 561000, 1821000, 100, 200) + "&EXCEPTIONS=" + wish);
        assertThat(reply.type()).isEqualTo("image/png");
        assertThat(reply.picture().getWidth()).isEqualTo(200);
    }

    @Test
    void theBackgroundIsWhiteOrAsAskedOrLetsThrough() {
        String empty = Maps.map("zones", 570000, 1830000, 100, 16);
        assertThat(Maps.get(empty).picture().getRGB(5, 5)).isEqualTo(0xFFFFFFFF);
        assertThat(Maps.get(empty + "&BGCOLOR=0x102030").picture().getRGB(5, 5)).isEqualTo(0xFF102030);
        assertThat(Maps.get(empty + "&TRANSPARENT=TRUE").picture().getRGB(5, 5) >>> 24)
                .isZero();
        assertThat(Maps.get(empty.replace("image/png", "image/jpeg")).picture().getRGB(5, 5) & 0xF0F0F0)
                .isEqualTo(0xF0F0F0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain               | code = ODT",
                "text/html                | <td>ODT</td>",
                "application/json         | \"code\":\"ODT\"",
                "application/vnd.ogc.gml  | <diachi:code>ODT</diachi:code>"
            })
    void featuresAreToldAboutInEveryFormat(String format, String content) {
        String path = Maps.map("zones", 561000, 1821000, 100, 100).replace("GetMap", "GetFeatureInfo")
                + "&QUERY_LAYERS=zones&I=50&J=50&INFO_FORMAT=" + format.strip();
        assertThat(Maps.get(path).text()).contains(content.strip());
        assertThat(Maps.get(path.replace("I=50", "I=100")).text()).contains("code=\"InvalidPoint\"");
    }

    @Test
    void pictureAndInformationAgreeAboutTheDay() {
        // House 30 stood from (561580, 1821000) eastward and is retired since 2026.
        String path = Maps.map("addresses", 561580, 1821000, 10, 50);
        String info = path.replace("GetMap", "GetFeatureInfo") + "&QUERY_LAYERS=addresses&I=25&J=25";
        for (String time : new String[] {"2025-12-31", "2025", "2025-08-01/2027-01-01", "2025-12-31T12:00:00Z"}) {
            assertThat(Maps.isWhite(Maps.get(path + "&TIME=" + time).picture(), 25, 25))
                    .as(time)
                    .isFalse();
            assertThat(Maps.get(info + "&TIME=" + time).text()).as(time).contains(city.house("30"));
        }
        for (String time : new String[] {"2026-01-01", "2020", "2031/2050", "current"}) {
            assertThat(Maps.isWhite(Maps.get(path + "&TIME=" + time).picture(), 25, 25))
                    .as(time)
                    .isTrue();
            assertThat(Maps.get(info + "&TIME=" + time).text()).as(time).doesNotContain(city.house("30"));
        }
    }

    @Test
    void aFilterLeavesOutTheOthers() {
        String path = Maps.map("zones", 561000, 1820900, 300, 300) + "&CQL_FILTER=" + Http.encode("code = 'DKV'");
        BufferedImage picture = Maps.get(path).picture();
        assertThat(Maps.isWhite(picture, 50, 150)).isTrue();
        assertThat(Maps.isWhite(picture, 250, 150)).isFalse();
    }

    @Test
    void aPictureIsSentAgainOnlyWhenItsLayersHaveChanged() {
        String path = Maps.map("addresses", 561000 + 50 * 950 - 10, 1829990, 20, 40);
        Maps.Reply before = Maps.get(path);
        assertThat(Maps.get(path, "If-None-Match", before.etag()).status()).isEqualTo(304);
        assertThat(Maps.isWhite(before.picture(), 20, 20)).isTrue();
        city.registerLonely(950);
        city.registry().views().runOnce();
        Maps.Reply after = Maps.get(path, "If-None-Match", before.etag());
        assertThat(after.status()).isEqualTo(200);
        assertThat(Stream.of(18, 20, 22).anyMatch(x -> !Maps.isWhite(after.picture(), x, 20)))
                .isTrue();
    }

    @Test
    void denserPaperMakesSymbolsLargerWhateverItIsSpelledLike() {
        String path = Maps.map("drainage-links", 561000, 1821000, 100, 100);
        long thin = ink(Maps.get(path).picture());
        for (String spelling :
                new String[] {"&DPI=272", "&MAP_RESOLUTION=272", "&FORMAT_OPTIONS=antialias:on;dpi:272"}) {
            assertThat(ink(Maps.get(path + spelling).picture())).as(spelling).isGreaterThan(2 * thin);
        }
    }

    private static long ink(BufferedImage image) {
        long ink = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            ink += 255 - (image.getRGB(i % image.getWidth(), i / image.getWidth()) >> 16 & 0xFF);
        }
        return ink;
    }

    /** Sixteen by sixteen tiles are the one large picture. */
    @Test
    void tilesHaveNoSeams() {
        String layers = "zones,drainage-links,addresses";
        BufferedImage large = Maps.get(mercator(layers, 0, 0, 16)).picture();
        for (int tile = 0; tile < 256; tile += 5) {
            int column = tile % 16;
            int row = tile / 16;
            BufferedImage small = Maps.get(mercator(layers, column, row, 1)).picture();
            int[] expected = large.getRGB(32 * column, 32 * row, 32, 32, null, 0, 32);
            assertThat(small.getRGB(0, 0, 32, 32, null, 0, 32))
                    .as("%d/%d", column, row)
                    .isEqualTo(expected);
        }
    }

    /** A square of so many tiles of 32 pixels, each 20 m wide, in Web Mercator. */
    private static String mercator(String layers, int column, int row, int tiles) {
        double[] corner = {560990, 1821120};
        CrsTransform.between(Crs.of(9214), Crs.of(3857)).apply(corner, 1);
        double left = Math.floor(corner[0] / 20) * 20 + 20 * column;
        double top = Math.floor(corner[1] / 20) * 20 - 20 * row;
        return "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=plain,plain,plain&FORMAT=image/png&CRS=EPSG:3857&LAYERS="
                + layers
                + "&BBOX=" + left + "," + (top - 20 * tiles) + "," + (left + 20 * tiles) + "," + top + "&WIDTH="
                + 32 * tiles + "&HEIGHT=" + 32 * tiles;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=zones&STYLE=&FORMAT=image/png"
                        + "&TILEMATRIXSET=%s&TILEMATRIX=%s&TILEROW=%s&TILECOL=%s",
                "/wmts/1.0.0/zones/default/current/%s/%s/%s/%s.png"
            })
    void tilesOfTheCityAreWhereTheirGridSays(String pattern) {
        // The grid begins at (200000, 2200000); matrix 8 is 1:2,500, 179.2 m a tile.
        int column = (int) ((561150 - 200_000) / 179.2);
        int row = (int) ((2_200_000 - 1821050) / 179.2);
        BufferedImage tile =
                Maps.get(pattern.formatted("EPSG9214", 8, row, column)).picture();
        int x = (int) ((561150 - 200_000 - column * 179.2) / 0.7);
        int y = (int) ((2_200_000 - 1821050 - row * 179.2) / 0.7);
        assertThat(tile.getRGB(x, y) >>> 24).isPositive();
        assertThat(Maps.get(pattern.formatted("EPSG9214", 8, row + 3, column))
                                .picture()
                                .getRGB(x, y)
                        >>> 24)
                .isZero();
        Maps.Reply beyond = Maps.get(pattern.formatted("EPSG9214", 8, 99_999_999, column));
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.text()).contains("TileOutOfRange");
    }
}
