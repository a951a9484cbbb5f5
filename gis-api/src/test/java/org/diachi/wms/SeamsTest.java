package org.diachi.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen by sixteen tiles are the one large picture, to the last bit of each pixel: fills, patterns, lines and marks. */
class SeamsTest {

    private static final int TILE = 48;
    private static final int TILES = 16;

    private static final MapCity CITY = MapCity.get();

    /** Names of styles without labels, which tiles and pictures show alike in tests of their own. */
    private static final String LAYERS = "LAYERS=zones,green-spaces,drainage-links,drainage-nodes,landmarks"
            + "&STYLES=plain,green-spaces,plain,drainage-nodes,default";

    static Stream<String> zoomsAndSystems() {
        return IntStream.rangeClosed(9, 20)
                .boxed()
                .flatMap(zoom -> Stream.of(zoom + " 3857", zoom + (zoom % 2 == 0 ? " 9214" : " 4326")));
    }

    @ParameterizedTest
    @MethodSource("zoomsAndSystems")
    void tilesAreTheLargePicture(String zoomAndSystem) {
        int zoom = Integer.parseInt(zoomAndSystem.split(" ")[0]);
        Crs crs = Crs.of(Integer.parseInt(zoomAndSystem.split(" ")[1]));
        double pixel = 2 * Math.PI * 6_378_137 / 256 / (1 << zoom) / crs.metresPerUnit();
        double[] middle = {
            InventedQuarter.EASTING + InventedQuarter.SIDE / 2, InventedQuarter.NORTHING + InventedQuarter.SIDE / 2
        };
        CrsTransform.between(Crs.of(9214), crs).apply(middle, 1);
        double left = Math.floor(middle[0] / pixel) * pixel - TILE * TILES / 2 * pixel;
        double top = Math.floor(middle[1] / pixel) * pixel + TILE * TILES / 2 * pixel;
        BufferedImage large = draw(crs, left, top, pixel, TILE * TILES);
        List<String> differences = new ArrayList<>();
        for (int tile = 0; tile < TILES * TILES; tile++) {
            int column = tile % TILES;
            int row = tile / TILES;
            BufferedImage small = draw(crs, left + column * TILE * pixel, top - row * TILE * pixel, pixel, TILE);
            for (int i = 0; i < TILE * TILE; i++) {
                int x = i % TILE;
                int y = i / TILE;
                int expected = large.getRGB(TILE * column + x, TILE * row + y);
                if (small.getRGB(x, y) != expected) {
                    differences.add("tile %d/%d pixel %d/%d: %08x, not %08x"
                            .formatted(column, row, x, y, small.getRGB(x, y), expected));
                }
            }
        }
        assertThat(differences.size()).as("%s", differences).isZero();
    }

    private static BufferedImage draw(Crs crs, double left, double top, double pixel, int side) {
        return Maps.get(CITY.base() + "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&FORMAT=image/png&TRANSPARENT=TRUE"
                        + "&SRS=EPSG:" + crs.epsg() + "&" + LAYERS + "&BBOX=" + left + "," + (top - side * pixel) + ","
                        + (left + side * pixel) + "," + top + "&WIDTH=" + side + "&HEIGHT=" + side)
                .picture();
    }
}
