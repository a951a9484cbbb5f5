package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.diachi.ClientProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GDAL reads maps and tiles. */
class GdalTest {

    @TempDir
    private Path folder;

    private final MapCity city = MapCity.get();

    private String run(String... command) {
        return ClientProcess.run(folder, List.of(command));
    }

    /** By the address of a map, as people copy it. */
    @Test
    void wmsIsReadFromItsAddress() throws Exception {
        double west = MapCity.EASTING - 250;
        double north = MapCity.NORTHING + 150;
        double east = MapCity.EASTING + 250;
        double south = MapCity.NORTHING - 150;
        String source = "WMS:" + city.base() + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=zones&STYLES=plain"
                + "&CRS=EPSG:9214&BBOX=" + west + "," + south + "," + east + "," + north + "&FORMAT=image/png";
        Path picture = folder.resolve("map.png");
        run(
                "gdal_translate",
                "-q",
                "-of",
                "PNG",
                "-projwin",
                String.valueOf(west),
                String.valueOf(north),
                String.valueOf(east),
                String.valueOf(south),
                "-outsize",
                "500",
                "300",
                source,
                picture.toString());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(Maps.isWhite(image, 150, 150)).isFalse();
        assertThat(Maps.isWhite(image, 50, 150)).isTrue();
        assertThat(Maps.isWhite(image, 450, 150)).isTrue();
        assertThat(Maps.isWhite(image, 150, 50)).isTrue();
    }

    /** The service description of GDAL, for both versions and the systems that turn the axes and those that do not. */
    @ParameterizedTest
    @CsvSource({
        "1.1.1, EPSG:4326",
        "1.3.0, EPSG:4326",
        "1.3.0, CRS:84",
        "1.1.1, EPSG:4756",
        "1.3.0, EPSG:4756",
        "1.1.1, EPSG:9214",
        "1.3.0, EPSG:9214",
        "1.3.0, EPSG:3857",
        "1.3.0, EPSG:3405"
    })
    void theLandmarkIsOnItsPixel(String version, String system) throws Exception {
        double[] place = city.landmark(system.equals("CRS:84") ? 4326 : Integer.parseInt(system.substring(5)));
        double pixel = Math.abs(place[0]) < 180 ? 1e-5 : 1;
        Path description = folder.resolve("wms.xml");
        Files.writeString(description, """
                <GDAL_WMS><Service name="WMS"><Version>%1$s</Version><ServerUrl>%2$s/wms?</ServerUrl>
                <%3$s>%4$s</%3$s><Layers>landmarks</Layers><ImageFormat>image/png</ImageFormat>
                <Transparent>TRUE</Transparent><BBoxOrder>%5$s</BBoxOrder></Service>
                <DataWindow><UpperLeftX>%6$s</UpperLeftX><UpperLeftY>%7$s</UpperLeftY><LowerRightX>%8$s</LowerRightX>
                <LowerRightY>%9$s</LowerRightY><SizeX>300</SizeX><SizeY>200</SizeY></DataWindow>
                <BandsCount>4</BandsCount></GDAL_WMS>
                """.formatted(
                        version,
                        city.base(),
                        version.equals("1.3.0") ? "CRS" : "SRS",
                        system,
                        version.equals("1.3.0") && system.matches("EPSG:4326|EPSG:4756") ? "yxYX" : "xyXY",
                        place[0] - 70.5 * pixel,
                        place[1] + 150.5 * pixel,
                        place[0] + 229.5 * pixel,
                        place[1] - 49.5 * pixel));
        Path picture = folder.resolve("landmark.png");
        run("gdal_translate", "-q", "-of", "PNG", description.toString(), picture.toString());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getRGB(70, 150) >>> 24).isEqualTo(255);
        assertThat(image.getRGB(150, 70) >>> 24).isZero();
        assertThat(image.getRGB(76, 150) >>> 24).isZero();
    }

    @Test
    void wmtsIsUnderstood() throws Exception {
        String text = run(
                "gdalinfo",
                "WMTS:" + city.base() + "/wmts/1.0.0/WMTSCapabilities.xml,layer=zones,tilematrixset=WebMercatorQuad");
        assertThat(text).contains("WGS 84 / Pseudo-Mercator", "Type=Byte, ColorInterp=Alpha");
    }

    /** In pixels of the finest matrix, which GDAL reads. */
    @ParameterizedTest
    @CsvSource({"WebMercatorQuad, 3857, 0.14929", "EPSG9214, 9214, 0.07"})
    void wmtsIsReadWithTheLandmarkOnItsPixel(String set, int epsg, double pixel) throws Exception {
        double[] place = city.landmark(epsg);
        Path picture = folder.resolve("tiles.png");
        run(
                "gdal_translate",
                "-q",
                "-of",
                "PNG",
                "-r",
                "bilinear",
                "-projwin",
                String.valueOf(place[0] - 70.5 * pixel),
                String.valueOf(place[1] + 150.5 * pixel),
                String.valueOf(place[0] + 229.5 * pixel),
                String.valueOf(place[1] - 49.5 * pixel),
                "-outsize",
                "300",
                "200",
                "WMTS:" + city.base() + "/wmts/1.0.0/WMTSCapabilities.xml,layer=landmarks,tilematrixset=" + set,
                picture.toString());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getRGB(70, 150) >>> 24).isGreaterThan(200);
        assertThat(image.getRGB(150, 70) >>> 24).isZero();
        assertThat(image.getRGB(80, 150) >>> 24).isZero();
    }

    @Test
    void vectorTilesAreRead() throws Exception {
        double[] degrees = city.landmark(4326);
        int zoom = 15;
        int column = (int) ((degrees[0] + 180) / 360 * (1 << zoom));
        double y = (1 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(degrees[1]) / 2)) / Math.PI) / 2;
        int row = (int) (y * (1 << zoom));
        Path tile = folder.resolve("tile.pbf");
        Files.write(
                tile,
                Maps.get(city.base() + "/ogc/tiles/WebMercatorQuad/" + zoom + "/" + row + "/" + column)
                        .body());
        String text =
                run("ogrinfo", "-al", "-oo", "X=" + column, "-oo", "Y=" + row, "-oo", "Z=" + zoom, tile.toString());
        assertThat(text).contains("Layer name: zones", "code (String) = ODT", "name (String) = " + MapCity.LANDMARK);
        Matcher point = Pattern.compile("POINT \\((\\S+) (\\S+)\\)").matcher(text);
        assertThat(point.find()).as(text).isTrue();
        double[] metres = city.landmark(3857);
        double step = 2 * Math.PI * 6_378_137 / (1 << zoom) / 4096;
        assertThat(Double.parseDouble(point.group(1))).isCloseTo(metres[0], within(step));
        assertThat(Double.parseDouble(point.group(2))).isCloseTo(metres[1], within(step));
    }
}
