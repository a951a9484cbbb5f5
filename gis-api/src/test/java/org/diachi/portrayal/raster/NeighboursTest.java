package org.diachi.portrayal.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A net of triangles without gaps: nothing of what is behind may be seen between them. */
class NeighboursTest {

    private static final int CELLS = 24;
    private static final double CELL = 9.37;
    private static final int SIDE = 200;

    private final double[][] nodes = new double[(CELLS + 1) * (CELLS + 1)][];
    private final Canvas canvas = new Canvas();
    private final Rasteriser rasteriser = new Rasteriser();

    @Test
    void polygonsOfOneColourLeaveNoCrack() {
        drawNet(i -> 0xff205080, true);
        assertThat(canvas.pixels()).containsOnly(0xff205080);
    }

    @Test
    void polygonsOfDifferentColoursLetNothingThrough() {
        Random random = new Random(5);
        drawNet(i -> 0xff000000 | random.nextInt(0x1000000), false);
        assertThat(Arrays.stream(canvas.pixels())).allMatch(pixel -> pixel >>> 24 >= 253);
    }

    private void drawNet(IntFunction<Integer> colour, boolean together) {
        canvas.begin(SIDE, SIDE);
        rasteriser.begin(SIDE, SIDE);
        Random random = new Random(9);
        for (int row = 0; row <= CELLS; row++) {
            for (int column = 0; column <= CELLS; column++) {
                nodes[row * (CELLS + 1) + column] = new double[] {
                    column * CELL - 7 + random.nextDouble() * 6, row * CELL - 7 + random.nextDouble() * 6
                };
            }
        }
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                int node = row * (CELLS + 1) + column;
                // One way round and the other: the direction of rings must not matter.
                draw(colour.apply(node), together, node, node + 1, node + CELLS + 1);
                draw(colour.apply(node), together, node + 1, node + CELLS + 1, node + CELLS + 2);
            }
        }
        rasteriser.paint(canvas, new SolidPaint(colour.apply(0), true));
    }

    private void draw(int colour, boolean together, int a, int b, int c) {
        double[] xy = {nodes[a][0], nodes[a][1], nodes[b][0], nodes[b][1], nodes[c][0], nodes[c][1]};
        rasteriser.addPolygon(xy, new int[] {3}, 0, 1);
        if (!together) {
            rasteriser.paint(canvas, new SolidPaint(colour, true));
        }
    }

    @Test
    void whatFillsAHoleMeetsItsEdge() {
        canvas.begin(40, 40);
        rasteriser.begin(40, 40);
        double[] xy = {
            -5, -5, 45, -5, 45, 45, -5, 45, 7.3, 8.1, 31.7, 12.9, 20.2, 33.3, 7.3, 8.1, 31.7, 12.9, 20.2, 33.3
        };
        rasteriser.addPolygon(xy, new int[] {4, 7, 10}, 0, 2);
        rasteriser.addPolygon(xy, new int[] {4, 7, 10}, 2, 1);
        rasteriser.paint(canvas, new SolidPaint(0xff102030, true));
        assertThat(canvas.pixels()).containsOnly(0xff102030);
    }
}
