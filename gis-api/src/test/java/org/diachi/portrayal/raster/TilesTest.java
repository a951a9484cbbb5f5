package org.diachi.portrayal.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One large picture and the tiles of it have the same pixels. */
class TilesTest {

    private static final int TILE = 128;
    private static final int TILES = 4;

    @Test
    void fillsAreTheSameInTiles() {
        assertSame((rasteriser, canvas, shape, x, y) -> {
            rasteriser.addPolygon(moved(shape.xy(), x, y), shape.ends(), 0, 1);
            rasteriser.paint(canvas, new SolidPaint(Colour.of(shape.rgb(), 1), true));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 3})
    void strokesAreTheSameInTiles(double width) {
        Stroke stroke = new Stroke(width, Stroke.Join.ROUND, Stroke.Cap.ROUND, new double[] {9, 4}, 2, 1.5);
        assertSame((rasteriser, canvas, shape, x, y) -> {
            rasteriser.addLines(moved(shape.xy(), x, y), shape.ends(), 0, 1, stroke);
            rasteriser.addOutlines(moved(shape.xy(), x, y), shape.ends(), 0, 1, Stroke.of(width));
            rasteriser.paint(canvas, new SolidPaint(Colour.of(shape.rgb(), 0.8), false));
        });
    }

    @Test
    void patternsAreTheSameInTiles() {
        int[] tile = new int[7 * 5];
        tile[3] = 0xff000000;
        tile[17] = 0x80800000;
        assertSame((rasteriser, canvas, shape, x, y) -> {
            rasteriser.addPolygon(moved(shape.xy(), x, y), shape.ends(), 0, 1);
            rasteriser.paint(canvas, new HatchPaint(Colour.of(shape.rgb(), 1), 6.3, 1.2, x - 1000, y + 77, 0.6, 2));
            rasteriser.addPolygon(moved(shape.xy(), x, y), shape.ends(), 0, 1);
            rasteriser.paint(canvas, new TilePaint(tile, 7, x - 1000, y + 77));
        });
    }

    @FunctionalInterface
    private interface Drawing {
        void draw(Rasteriser rasteriser, Canvas canvas, RandomShapes.Shape shape, double x, double y);
    }

    private static double[] moved(double[] xy, double x, double y) {
        double[] moved = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            moved[i] = xy[i] - x;
            moved[i + 1] = xy[i + 1] - y;
        }
        return moved;
    }

    private static void assertSame(Drawing drawing) {
        int side = TILE * TILES;
        RandomShapes shapes = RandomShapes.of(17, 300, side);
        int[] large = draw(shapes, drawing, side, 0, 0);
        for (int row = 0; row < TILES; row++) {
            for (int column = 0; column < TILES; column++) {
                int[] tile = draw(shapes, drawing, TILE, column * TILE, row * TILE);
                int[] expected = new int[TILE * TILE];
                for (int y = 0; y < TILE; y++) {
                    System.arraycopy(large, (row * TILE + y) * side + column * TILE, expected, y * TILE, TILE);
                }
                assertThat(tile).as("tile %d/%d", column, row).isEqualTo(expected);
            }
        }
    }

    private static int[] draw(RandomShapes shapes, Drawing drawing, int side, double x, double y) {
        Canvas canvas = new Canvas();
        canvas.begin(side, side);
        Rasteriser rasteriser = new Rasteriser();
        rasteriser.begin(side, side);
        for (RandomShapes.Shape shape : shapes.shapes()) {
            drawing.draw(rasteriser, canvas, shape, x, y);
        }
        return canvas.pixels();
    }
}
