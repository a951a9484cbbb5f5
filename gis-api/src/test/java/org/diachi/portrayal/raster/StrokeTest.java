package org.diachi.portrayal.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Lines along the pixels: what is covered can be counted. */
class StrokeTest {

    private final Canvas canvas = new Canvas();
    private final Rasteriser rasteriser = new Rasteriser();

    private String row(int y, double[] xy, Stroke stroke) {
        draw(xy, stroke);
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < canvas.width(); x++) {
            int alpha = canvas.pixels()[y * canvas.width() + x] >>> 24;
            row.append(alpha == 0 ? '.' : alpha == 255 ? '#' : 'o');
        }
        return row.toString();
    }

    private void draw(double[] xy, Stroke stroke) {
        canvas.begin(20, 10);
        rasteriser.begin(20, 10);
        rasteriser.addLines(xy, new int[] {xy.length / 2}, 0, 1, stroke);
        rasteriser.paint(canvas, new SolidPaint(0xff000000, false));
    }

    private static Stroke stroke(Stroke.Cap cap, double offset, double dashOffset, double... dashes) {
        return new Stroke(2, Stroke.Join.MITRE, cap, dashes, dashOffset, offset);
    }

    private static final double[] LINE = {4, 5, 16, 5};

    @Test
    void capsEndLines() {
        assertThat(row(4, LINE, stroke(Stroke.Cap.BUTT, 0, 0))).isEqualTo("....############....");
        assertThat(row(4, LINE, stroke(Stroke.Cap.SQUARE, 0, 0))).isEqualTo("...##############...");
        assertThat(row(4, LINE, stroke(Stroke.Cap.ROUND, 0, 0))).isEqualTo("...o############o...");
        assertThat(row(3, LINE, stroke(Stroke.Cap.ROUND, 0, 0))).isEqualTo("....................");
    }

    @Test
    void dashesBeginWithTheLine() {
        assertThat(row(4, LINE, stroke(Stroke.Cap.BUTT, 0, 0, 3, 2))).isEqualTo("....###..###..##....");
        assertThat(row(4, LINE, stroke(Stroke.Cap.BUTT, 0, 1, 3, 2))).isEqualTo("....##..###..###....");
    }

    @Test
    void dashesGoOnRoundCornersAndOutsideOfThePicture() {
        double[] far = {-10_000_004, 5, 16, 5};
        assertThat(row(4, far, stroke(Stroke.Cap.BUTT, 0, 0, 3, 2))).isEqualTo(".###..###..###......");
    }

    @Test
    void offsetsGoToTheLeft() {
        assertThat(row(2, LINE, stroke(Stroke.Cap.BUTT, 2, 0))).isEqualTo("....############....");
        assertThat(row(5, LINE, stroke(Stroke.Cap.BUTT, 2, 0))).isEqualTo("....................");
        assertThat(row(6, LINE, stroke(Stroke.Cap.BUTT, -2, 0))).isEqualTo("....############....");
    }

    @Test
    void offsetsOfPolygonsGoOutwardsWhateverTheirDirection() {
        double[][] rings = {{6, 3, 12, 3, 12, 7, 6, 7}, {6, 3, 6, 7, 12, 7, 12, 3}};
        for (double[] ring : rings) {
            canvas.begin(20, 10);
            rasteriser.begin(20, 10);
            rasteriser.addOutlines(ring, new int[] {4}, 0, 1, stroke(Stroke.Cap.BUTT, 2, 0));
            rasteriser.paint(canvas, new SolidPaint(0xff000000, false));
            assertThat(canvas.pixels()[5 * 20 + 13] >>> 24).isEqualTo(255);
            assertThat(canvas.pixels()[5 * 20 + 11] >>> 24).isZero();
        }
    }

    @Test
    void aLineIsAsWideAsItIsTold() {
        draw(new double[] {-3, 1, 25, 8}, Stroke.of(1.3));
        double sum = 0;
        for (int y = 0; y < 10; y++) {
            sum += (canvas.pixels()[y * 20 + 10] >>> 24) / 255.0;
        }
        assertThat(sum).isCloseTo(1.3 * Math.hypot(28, 7) / 28, within(0.02));
    }

    @Test
    void whatIsNoLineCoversNothing() {
        assertThat(row(4, new double[] {5, 5}, stroke(Stroke.Cap.BUTT, 0, 0))).doesNotContain("#", "o");
        assertThat(row(4, new double[] {5, 5, 5, 5}, stroke(Stroke.Cap.ROUND, 0, 0)))
                .contains("oo");
    }
}
