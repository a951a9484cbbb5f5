package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.diachi.Http;
import org.diachi.TestCity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GDAL reads maps and tiles. */
class GdalTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        TestCity.get();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    @Test
    void wmsIsReadWithThePlaceOnItsPixel() throws Exception {
        String source = "WMS:" + Http.base() + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=zones&STYLES=plain"
                + "&CRS=EPSG:9214&BBOX=560900,1820900,561400,1821200&FORMAT=image/png";
        Path picture = folder.resolve("map.png");
        run(
                "gdal_translate",
                "-q",
                "-of",
                "PNG",
                "-projwin",
                "560900",
                "1821200",
                "561400",
                "1820900",
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

    @Test
    void wmtsIsUnderstood() throws Exception {
        String text = run(
                "gdalinfo",
                "WMTS:" + Http.base() + "/wmts/1.0.0/WMTSCapabilities.xml,layer=zones,tilematrixset=WebMercatorQuad");
        assertThat(text).contains("WGS 84 / Pseudo-Mercator", "Type=Byte, ColorInterp=Alpha");
    }

    @Test
    void vectorTilesAreRead() throws Exception {
        int column = (int) ((107.57445 + 180) / 360 * (1 << 15));
        double y = (1 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(16.4644) / 2)) / Math.PI) / 2;
        int row = (int) (y * (1 << 15));
        Path tile = folder.resolve("tile.pbf");
        Files.write(
                tile,
                Maps.get("/ogc/tiles/WebMercatorQuad/15/" + row + "/" + column).body());
        assertThat(run("ogrinfo", "-al", tile.toString())).contains("Layer name: zones", "code (String) = ODT");
    }
}
