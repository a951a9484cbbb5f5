package org.diachi.pack.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneraliserTest {

    private static final int SIDE = 1 << 16;

    /** Two squares side by side whose common border is a wild line of 200 points. */
    private static List<Shape> neighbours() {
        Random random = new Random(7);
        int[] border = new int[2 * 201];
        for (int i = 0; i <= 200; i++) {
            border[2 * i] = SIDE + (i == 0 || i == 200 ? 0 : random.nextInt(SIDE / 8));
            border[2 * i + 1] = SIDE * i / 200;
        }
        ShapeBuilder left = new ShapeBuilder();
        left.add(0, 0);
        for (int i = 0; i <= 200; i++) {
            left.add(border[2 * i], border[2 * i + 1]);
        }
        left.add(0, SIDE);
        left.endPart();
        ShapeBuilder right = new ShapeBuilder();
        right.add(2 * SIDE, SIDE);
        for (int i = 200; i >= 0; i--) {
            right.add(border[2 * i], border[2 * i + 1]);
        }
        right.add(2 * SIDE, 0);
        right.endPart();
        return List.of(left.build(ShapeKind.POLYGON), right.build(ShapeKind.POLYGON));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 12, 13, 14, 15, 16, 17})
    void neighboursKeepTheSameBorderAtEveryLevel(int zoom) {
        List<Shape> shapes = neighbours();
        Junctions junctions = new Junctions();
        shapes.forEach(junctions::add);
        Generaliser generaliser = new Generaliser(junctions);
        List<Shape> coarse = shapes.stream()
                .map(shape -> generaliser.atLevel(shape, generaliser.weights(shape), zoom))
                .toList();
        int middle = SIDE >> Grid.shift(zoom);
        int reach = (SIDE + SIDE / 8) >> Grid.shift(zoom);
        assertThat(borderOf(coarse.get(0), middle, reach)).isEqualTo(borderOf(coarse.get(1), middle, reach));
        double sum = coarse.stream()
                .mapToDouble(shape -> Shape.doubleArea(shape.xy(), 0, shape.points()))
                .sum();
        assertThat(sum).isEqualTo(2.0 * (2L * SIDE >> Grid.shift(zoom)) * (SIDE >> Grid.shift(zoom)));
    }

    private static TreeSet<String> borderOf(Shape shape, int from, int to) {
        TreeSet<String> points = new TreeSet<>();
        for (int i = 0; i < shape.xy().length; i += 2) {
            if (shape.xy()[i] >= from && shape.xy()[i] <= to + 1) {
                points.add(shape.xy()[i] + " " + shape.xy()[i + 1]);
            }
        }
        return points;
    }

    @Test
    void fewerPointsAreLeftAtCoarserLevels() {
        Shape shape = neighbours().get(0);
        Generaliser generaliser = new Generaliser(new Junctions());
        float[] weights = generaliser.weights(shape);
        int[] points = {10, 13, 16, 20};
        List<Integer> counts = Arrays.stream(points)
                .mapToObj(zoom -> generaliser.atLevel(shape, weights, zoom).points())
                .toList();
        assertThat(counts).isSorted().last().isEqualTo(shape.points());
        assertThat(counts.get(0)).isLessThan(shape.points() / 2);
    }

    @Test
    void aHouseKeepsItsCornersAsLongAsItIsSeen() {
        Shape house = new Shape(ShapeKind.POLYGON, new int[] {0, 0, 1000, 0, 1000, 1200, 0, 1200}, new int[] {4});
        Generaliser generaliser = new Generaliser(new Junctions());
        float[] weights = generaliser.weights(house);
        assertThat(generaliser.atLevel(house, weights, 14).points()).isEqualTo(4);
        assertThat(generaliser.atLevel(house, weights, 6).isEmpty()).isTrue();
    }

    @Test
    void shapesAreReadAsTheyWereWritten() {
        Shape shape = new Shape(
                ShapeKind.POLYGON,
                new int[] {Integer.MIN_VALUE, 5, Integer.MAX_VALUE, -7, 0, 1 << 30, 1, 1, 1, 2, 2, 2},
                new int[] {3, 6});
        ByteSink sink = new ByteSink(8);
        ShapeCode.encode(shape, 12, -3, sink);
        ShapeCode code = new ShapeCode();
        code.decode(sink.toByteArray(), 0, 12, -3);
        assertThat(code.shape()).usingRecursiveComparison().isEqualTo(shape);
    }
}
