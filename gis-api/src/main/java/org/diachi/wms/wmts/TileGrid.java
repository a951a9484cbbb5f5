package org.diachi.wms.wmts;

import java.util.List;
import java.util.stream.IntStream;
import org.diachi.city.CityProfile;
import org.diachi.city.GoldenPoint;
import org.diachi.pack.grid.Grid;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.locationtech.jts.geom.Envelope;

/**
 * A tile matrix set (OGC 07-057r7, 6.1).
 *
 * @param name its identifier
 * @param crs of the tiles
 * @param left western edge of all matrices
 * @param top northern edge
 * @param matrices from the coarsest on
 */
record TileGrid(String name, Crs crs, double left, double top, List<Matrix> matrices) {

    /** Pixels of a tile each way. */
    static final int TILE = 256;

    private static final double PIXEL_METRES = 0.00028;
    private static final int MOST_ZOOM = 20;

    /** How far the grid of a city goes from near its middle, in metres. */
    private static final double REACH = 300_000;

    private static final List<Double> CITY_SCALES =
            List.of(1e6, 5e5, 2.5e5, 1e5, 5e4, 2.5e4, 1e4, 5e3, 2.5e3, 1e3, 500d, 250d);

    /**
     * A tile matrix.
     *
     * @param name its identifier
     * @param scale the scale denominator, by pixels of 0.28 mm
     * @param columns how many
     * @param rows how many
     */
    record Matrix(String name, double scale, int columns, int rows) {}

    TileGrid {
        matrices = List.copyOf(matrices);
    }

    /** The grid of the web (OGC 17-083r4, annex D.1). */
    static TileGrid web() {
        double scale = 2 * Grid.HALF_WIDTH / TILE / PIXEL_METRES;
        List<Matrix> matrices = IntStream.rangeClosed(0, MOST_ZOOM)
                .mapToObj(zoom -> new Matrix(String.valueOf(zoom), scale / (1 << zoom), 1 << zoom, 1 << zoom))
                .toList();
        return new TileGrid("WebMercatorQuad", Crs.of(3857), -Grid.HALF_WIDTH, Grid.HALF_WIDTH, matrices);
    }

    /** The grid of a city in its own system and in round scales, around its golden point; it is the same for ever. */
    static TileGrid of(CityProfile profile) {
        GoldenPoint golden = profile.goldenPoint();
        double[] xy = {golden.x(), golden.y()};
        CrsTransform.between(golden.crs(), profile.storageCrs()).apply(xy, 1);
        double unit = profile.storageCrs().metresPerUnit();
        double step = 100_000 / unit;
        double left = Math.floor(xy[0] / step) * step - REACH / unit;
        double top = Math.ceil(xy[1] / step) * step + REACH / unit;
        List<Matrix> matrices = IntStream.range(0, CITY_SCALES.size())
                .mapToObj(i -> {
                    double scale = CITY_SCALES.get(i);
                    int side = (int) Math.ceil(2.4 * REACH / (scale * PIXEL_METRES * TILE));
                    return new Matrix(String.valueOf(i), scale, side, side);
                })
                .toList();
        return new TileGrid("EPSG" + profile.storageCrs().epsg(), profile.storageCrs(), left, top, matrices);
    }

    /** The box of a tile. */
    Envelope box(Matrix matrix, int column, int row) {
        double side = matrix.scale() * PIXEL_METRES / crs.metresPerUnit() * TILE;
        return new Envelope(left + column * side, left + (column + 1) * side, top - (row + 1) * side, top - row * side);
    }
}
