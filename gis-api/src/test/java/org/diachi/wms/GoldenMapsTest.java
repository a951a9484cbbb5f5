package org.diachi.wms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.diachi.portrayal.Golden;
import org.diachi.portrayal.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every layer as the service draws it, out of its packs, of an invented quarter: pictures that were looked at. */
class GoldenMapsTest {

    private static final MapCity CITY = MapCity.get();
    private static final int SIDE = 200;

    /**
     * By the standard's pixel of 0.28 mm.
     *
     * @param scale the denominator
     */
    @ParameterizedTest
    @CsvSource({
        "zones, zones, zones, 3000",
        "zones-far, zones, zones, 25000",
        "zones-plain, zones, plain, 10000",
        "green-spaces, green-spaces, green-spaces, 9000",
        "green-spaces-plain, green-spaces, plain, 10000",
        "drainage, 'drainage-links,drainage-nodes', 'drainage-links,drainage-nodes', 4000",
        "drainage-far, 'drainage-links,drainage-nodes', 'drainage-links,drainage-nodes', 20000",
        "drainage-plain, drainage-links, plain, 10000",
        "all, 'zones,green-spaces,drainage-links,drainage-nodes', ',,,', 8000",
        "surveys, surveys, default, 6000"
    })
    void layers(String name, String layers, String styles, double scale) throws IOException {
        double side = SIDE * scale * 0.00028;
        double west = InventedQuarter.EASTING + 0.4 * InventedQuarter.SIDE;
        double south = InventedQuarter.NORTHING + 0.4 * InventedQuarter.SIDE;
        check(
                name,
                CITY.base() + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:9214&FORMAT=image/png&LAYERS="
                        + layers + "&STYLES=" + styles + "&WIDTH=" + SIDE + "&HEIGHT=" + SIDE + "&BBOX=" + west + ","
                        + south
                        + "," + (west + side) + "," + (south + side));
    }

    @ParameterizedTest
    @CsvSource({"zones, plain", "green-spaces, plain", "drainage-links, plain", "surveys, default"})
    void legends(String layer, String style) throws IOException {
        check(
                "legend-" + layer + "-" + style,
                CITY.base()
                        + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&FORMAT=image/png&WIDTH=24&HEIGHT=16&LAYER="
                        + layer + "&STYLE=" + style);
    }

    private static void check(String name, String address) throws IOException {
        BufferedImage image = Maps.get(address).picture();
        int width = image.getWidth();
        int height = image.getHeight();
        Golden.check(
                "map-" + name, new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width), true));
    }
}
