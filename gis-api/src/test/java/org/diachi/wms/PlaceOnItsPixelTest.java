package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.diachi.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A landmark whose latitude and longitude cannot be confused is on the pixel where another library says that it must be: in
 * every system of every version's capabilities, in every tile matrix of every set, by key-value pairs and by paths.
 */
class PlaceOnItsPixelTest {

    private static final MapCity CITY = MapCity.get();
    private static final String WMS = CITY.base() + "/wms?";
    private static final String WMTS = CITY.base() + "/wmts";

    /** The systems whose authority has latitude first, as PROJ's {@code projinfo} tells. */
    private static final Set<Integer> LATITUDE_FIRST = Set.of(4326, 4756);

    /** Where the landmark is to be, on a picture of 400 x 300 pixels. */
    private static final double X = 120.5;

    private static final double Y = 211.5;

    static List<String> versionsAndSystems() {
        List<String> all = new ArrayList<>();
        XmlDocument.get(WMS + "SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1")
                .texts("/WMT_MS_Capabilities/Capability/Layer/SRS")
                .forEach(name -> all.add("1.1.1 " + name));
        XmlDocument.get(WMS + "SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0")
                .texts("/WMS_Capabilities/Capability/Layer/CRS")
                .forEach(name -> all.add("1.3.0 " + name));
        return all;
    }

    private static int epsg(String name) {
        return name.equals("CRS:84") ? 4326 : Integer.parseInt(name.replaceAll(".*:", ""));
    }

    private static boolean isLatitudeFirst(String name) {
        return name.contains("EPSG") && LATITUDE_FIRST.contains(epsg(name));
    }

    @Test
    void everySystemOfTheCityIsOffered() {
        assertThat(versionsAndSystems())
                .contains("1.3.0 CRS:84", "1.1.1 EPSG:4326", "1.3.0 EPSG:4326", "1.1.1 EPSG:9214", "1.3.0 EPSG:9214")
                .contains("1.3.0 EPSG:3857", "1.3.0 EPSG:4756", "1.3.0 EPSG:3405", "1.3.0 EPSG:32648")
                .hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("versionsAndSystems")
    void onMapsOfEverySystem(String versionAndSystem) {
        String version = versionAndSystem.substring(0, 5);
        String system = versionAndSystem.substring(6);
        boolean isDegrees = Set.of(4326, 4756).contains(epsg(system));
        double[] place = CITY.landmark(epsg(system));
        double across = isDegrees ? 1e-5 : 1;
        double down = isDegrees ? 2e-5 : 1.5;
        double west = place[0] - X * across;
        double north = place[1] + Y * down;
        double[] box = {west, north - 300 * down, west + 400 * across, north};
        boolean isFlipped = version.equals("1.3.0") && isLatitudeFirst(system);
        String request = WMS + "SERVICE=WMS&VERSION=" + version + "&LAYERS=landmarks&STYLES=&FORMAT=image/png"
                + "&WIDTH=400&HEIGHT=300&" + (version.equals("1.3.0") ? "CRS=" : "SRS=") + system + "&BBOX="
                + (isFlipped
                        ? box[1] + "," + box[0] + "," + box[3] + "," + box[2]
                        : box[0] + "," + box[1] + "," + box[2] + "," + box[3]);
        double[] found = middleOfInk(
                Maps.get(request + "&REQUEST=GetMap&TRANSPARENT=TRUE").picture());
        assertThat(found[0]).isCloseTo(X, within(0.3));
        assertThat(found[1]).isCloseTo(Y, within(0.3));

        String info = request + "&REQUEST=GetFeatureInfo&QUERY_LAYERS=landmarks&INFO_FORMAT=text/plain"
                + (version.equals("1.3.0") ? "&I=%d&J=%d" : "&X=%d&Y=%d");
        assertThat(Maps.get(info.formatted(120, 211)).text()).contains(MapCity.LANDMARK);
        assertThat(Maps.get(info.formatted(211, 120)).text()).doesNotContain(MapCity.LANDMARK);
        assertThat(Maps.get(info.formatted(130, 211)).text()).doesNotContain(MapCity.LANDMARK);
    }

    /** Of what lets nothing through, weighed by how much of the pixel it covers. */
    private static double[] middleOfInk(BufferedImage image) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int alpha = image.getRGB(i % image.getWidth(), i / image.getWidth()) >>> 24;
            sum += alpha;
            x += alpha * (i % image.getWidth() + 0.5);
            y += alpha * (i / image.getWidth() + 0.5);
        }
        return new double[] {x / sum, y / sum};
    }

    @ParameterizedTest
    @MethodSource("versionsAndSystems")
    void insideOfTheBoxesThatCapabilitiesTell(String versionAndSystem) {
        String version = versionAndSystem.substring(0, 5);
        String system = versionAndSystem.substring(6);
        double[] place = CITY.landmark(epsg(system));
        boolean isFlipped = version.equals("1.3.0") && isLatitudeFirst(system);
        XmlDocument box = XmlDocument.get(WMS + "SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + version)
                .each("//Layer[Name='landmarks']/BoundingBox[@CRS='%1$s' or @SRS='%1$s']".formatted(system))
                .get(0);
        assertThat(place[isFlipped ? 1 : 0]).isBetween(box.number("@minx"), box.number("@maxx"));
        assertThat(place[isFlipped ? 0 : 1]).isBetween(box.number("@miny"), box.number("@maxy"));
    }

    static Stream<String> tileMatrixSets() {
        return XmlDocument.get(WMTS + "?SERVICE=WMTS&REQUEST=GetCapabilities")
                .texts("/Capabilities/Contents/TileMatrixSet/Identifier")
                .stream();
    }

    @Test
    void theGridOfTheWebAndThatOfTheCityAreOffered() {
        assertThat(tileMatrixSets()).containsExactly("WebMercatorQuad", "EPSG9214");
    }

    /** From the capabilities alone, as a client does it. */
    @ParameterizedTest
    @MethodSource("tileMatrixSets")
    void onTilesOfEveryMatrix(String set) {
        XmlDocument capabilities = XmlDocument.get(WMTS + "/1.0.0/WMTSCapabilities.xml");
        String template =
                capabilities.text("//Layer[Identifier='landmarks']/ResourceURL[@resourceType='tile']/@template");
        XmlDocument grid = capabilities
                .each("/Capabilities/Contents/TileMatrixSet[Identifier='" + set + "']")
                .get(0);
        String system = grid.text("SupportedCRS").replaceAll(".*EPSG.*:", "EPSG:");
        double[] place = CITY.landmark(epsg(system));
        List<XmlDocument> matrices = grid.each("TileMatrix");
        assertThat(matrices).hasSizeGreaterThan(10);
        for (XmlDocument matrix : matrices) {
            String[] corner = matrix.text("TopLeftCorner").split(" ");
            int x = isLatitudeFirst(system) ? 1 : 0;
            double pixel = matrix.number("ScaleDenominator") * 0.00028;
            double column = (place[0] - Double.parseDouble(corner[x])) / pixel / 256;
            double row = (Double.parseDouble(corner[1 - x]) - place[1]) / pixel / 256;
            assertThat(column).isBetween(0.0, matrix.number("MatrixWidth"));
            assertThat(row).isBetween(0.0, matrix.number("MatrixHeight"));
            checkTile(template, set, matrix.text("Identifier"), column, row);
        }
    }

    private static void checkTile(String template, String set, String matrix, double column, double row) {
        int i = (int) (256 * (column - Math.floor(column)));
        int j = (int) (256 * (row - Math.floor(row)));
        String kvp = WMTS + "?SERVICE=WMTS&VERSION=1.0.0&LAYER=landmarks&STYLE=default&FORMAT=image/png&TILEMATRIXSET="
                + set + "&TILEMATRIX=" + matrix + "&TILEROW=" + (int) row + "&TILECOL=" + (int) column;
        String path = template.replace("{Style}", "default")
                .replace("{Time}", "current")
                .replace("{TileMatrixSet}", set)
                .replace("{TileMatrix}", matrix)
                .replace("{TileRow}", String.valueOf((int) row))
                .replace("{TileCol}", String.valueOf((int) column));
        for (String address : List.of(kvp + "&REQUEST=GetTile", path)) {
            BufferedImage tile = Maps.get(address).picture();
            assertThat(tile.getRGB(i, j) >>> 24).as(address).isGreaterThan(200);
            if (i >= 5 && i < 251 && j >= 5 && j < 251) {
                double[] found = middleOfInk(tile);
                assertThat(found[0]).as(address).isCloseTo(256 * (column - Math.floor(column)), within(0.3));
                assertThat(found[1]).as(address).isCloseTo(256 * (row - Math.floor(row)), within(0.3));
            }
        }
        String info = kvp + "&REQUEST=GetFeatureInfo&INFOFORMAT=text/plain&I=" + i + "&J=";
        assertThat(Maps.get(info + j).text()).as(info).contains(MapCity.LANDMARK);
        assertThat(Maps.get(info + (j + 128) % 256).text()).as(info).doesNotContain(MapCity.LANDMARK);
    }

    /** Systems that are spelt as other services want them, and none at all. */
    @ParameterizedTest
    @CsvSource({
        "1.3.0, urn:ogc:def:crs:EPSG::4326, true",
        "1.3.0, http://www.opengis.net/def/crs/OGC/1.3/CRS84, false",
        "1.3.0, OGC:CRS84, false",
        "1.1.1, EPSG:900913, false"
    })
    void inOtherSpellings(String version, String system, boolean isFlipped) {
        double[] place = CITY.landmark(system.contains("900913") ? 3857 : 4326);
        double side = system.contains("900913") ? 100 : 0.001;
        String box = isFlipped
                ? "%s,%s,%s,%s".formatted(place[1] - side, place[0] - side, place[1] + side, place[0] + side)
                : "%s,%s,%s,%s".formatted(place[0] - side, place[1] - side, place[0] + side, place[1] + side);
        BufferedImage picture = Maps.get(WMS + "SERVICE=WMS&REQUEST=GetMap&LAYERS=landmarks&STYLES=&FORMAT=image/png"
                        + "&TRANSPARENT=TRUE&WIDTH=100&HEIGHT=100&VERSION=" + version
                        + (version.equals("1.3.0") ? "&CRS=" : "&SRS=") + Http.encode(system) + "&BBOX=" + box)
                .picture();
        double[] found = middleOfInk(picture);
        assertThat(found[0]).isCloseTo(50, within(0.3));
        assertThat(found[1]).isCloseTo(50, within(0.3));
    }
}
