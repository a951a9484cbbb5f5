package org.diachi.wms.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class MeshScreenTest {

    private static final Box CITY = Box.ofMetres(11_900_000, 1_750_000, 12_000_000, 1_900_000);

    /** Two frames of one size of pixels, one of which is a part of the other. */
    @ParameterizedTest
    @CsvSource({
        "9214, 0.1",
        "9214, 1",
        "9214, 10",
        "9214, 300",
        "9214, 5000",
        "3405, 1",
        "3405, 100",
        "4326, 1e-6",
        "4326, 1e-4",
        "4326, 0.1",
        "4756, 1e-5",
        "32648, 2"
    })
    void placesAreOnTheirPixelsInEveryFrame(int epsg, double pixel) {
        Crs crs = Crs.of(epsg);
        double[] middle = {11_970_000, 1_860_000};
        CrsTransform.between(Crs.of(3857), crs).apply(middle, 1);
        MapFrame large = frame(crs, middle[0] - 800 * pixel, middle[1] - 800 * pixel, pixel, 1600);
        MapFrame tile = frame(crs, middle[0] - 50 * pixel, middle[1] - 50 * pixel, pixel, 100);
        Screen largeScreen = Screen.of(large, CITY, 64).orElseThrow();
        Screen tileScreen = Screen.of(tile, CITY, 64).orElseThrow();
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            double[] metres = {11_900_000 + 100_000 * random.nextDouble(), 1_750_000 + 150_000 * random.nextDouble()};
            int[] xy = {Grid.x(metres[0]), Grid.y(metres[1])};
            double[] exact = {Grid.metres(xy[0]), -Grid.metres(xy[1])};
            CrsTransform.between(Crs.of(3857), crs).apply(exact, 1);
            double[] pixels = new double[2];
            largeScreen.toPixels(xy, 1, 0, pixels, 0);
            assertThat(Math.abs(pixels[0] - large.pixelX(exact[0]))).isLessThan(Curvature.TOLERANCE);
            assertThat(Math.abs(pixels[1] - large.pixelY(exact[1]))).isLessThan(Curvature.TOLERANCE);
            double[] ofTile = new double[2];
            tileScreen.toPixels(xy, 1, 0, ofTile, 0);
            assertThat(Math.abs(pixels[0] - 750 - ofTile[0])).isLessThan(1e-4);
            assertThat(Math.abs(pixels[1] - 750 - ofTile[1])).isLessThan(1e-4);
        }
        assertThat(tileScreen.stepsPerPixel() / largeScreen.stepsPerPixel()).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    private static MapFrame frame(Crs crs, double west, double south, double pixel, int side) {
        Envelope box = new Envelope(west, west + side * pixel, south, south + side * pixel);
        return new MapFrame(crs, box, side, side, MapFrame.STANDARD_DPI);
    }
}
