package org.diachi.portrayal.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random scenes against Java2D, which counts 64 points of each pixel where we compute its area. */
class LikeJava2dTest {

    private static final double MOST = 0.5;

    @Test
    void fills() {
        for (int seed = 0; seed < 10; seed++) {
            RandomShapes shapes = RandomShapes.of(seed, 100, RandomShapes.SIDE);
            assertThat(RandomShapes.meanDifference(
                            shapes.byUs(true, Stroke.of(1), true), shapes.byJava2d(true, new BasicStroke(), true)))
                    .isLessThan(MOST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, MITRE, BUTT, true",
        "0.5, MITRE, BUTT, true",
        "3, ROUND, BUTT, true",
        "8, MITRE, BUTT, true",
        "5, BEVEL, BUTT, true",
        "4, ROUND, ROUND, false",
        "4, MITRE, SQUARE, false",
        "12, ROUND, SQUARE, false",
    })
    void strokes(float width, Stroke.Join join, Stroke.Cap cap, boolean closed) {
        Stroke stroke = new Stroke(width, join, cap, new double[0], 0, 0);
        BasicStroke reference = new BasicStroke(width, java2d(cap), java2d(join), 10);
        for (int seed = 0; seed < 10; seed++) {
            RandomShapes shapes = RandomShapes.of(seed, 100, RandomShapes.SIDE);
            assertThat(RandomShapes.meanDifference(
                            shapes.byUs(false, stroke, closed), shapes.byJava2d(false, reference, closed)))
                    .isLessThan(MOST);
        }
    }

    @Test
    void dashes() {
        Stroke stroke = new Stroke(2, Stroke.Join.MITRE, Stroke.Cap.BUTT, new double[] {7, 3, 2, 3}, 4, 0);
        BasicStroke reference =
                new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {7, 3, 2, 3}, 4);
        for (int seed = 0; seed < 10; seed++) {
            RandomShapes shapes = RandomShapes.of(seed, 100, RandomShapes.SIDE);
            assertThat(RandomShapes.meanDifference(
                            shapes.byUs(false, stroke, false), shapes.byJava2d(false, reference, false)))
                    .isLessThan(MOST);
        }
    }

    private static int java2d(Stroke.Cap cap) {
        return switch (cap) {
            case BUTT -> BasicStroke.CAP_BUTT;
            case ROUND -> BasicStroke.CAP_ROUND;
            case SQUARE -> BasicStroke.CAP_SQUARE;
        };
    }

    private static int java2d(Stroke.Join join) {
        return switch (join) {
            case MITRE -> BasicStroke.JOIN_MITER;
            case ROUND -> BasicStroke.JOIN_ROUND;
            case BEVEL -> BasicStroke.JOIN_BEVEL;
        };
    }
}
