package org.diachi.search.nearest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes come in the order of their distance, each once, as when all of them are measured. */
class BoxTreeTest {

    private static List<String> inOrder(int[] boxes, double x, double y) {
        int[] items = IntStream.range(0, boxes.length / 4).toArray();
        Nearest nearest = new Nearest(BoxTree.of(boxes, items), x, y);
        List<String> found = new ArrayList<>();
        while (nearest.next()) {
            found.add(nearest.distance() + " to " + nearest.item());
        }
        return found;
    }

    @Test
    void theNearestBoxComesFirst() {
        int[] boxes = {
            0, 0, 10, 10, //
            20, 0, 30, 10, //
            -7, 14, -3, 20
        };
        assertThat(inOrder(boxes, 5, 5)).containsExactly("0 to 0", "12 to 2", "15 to 1");
        assertThat(inOrder(boxes, 25.5, 13)).containsExactly("3 to 1", "15 to 0", "28 to 2");
        assertThat(inOrder(boxes, 10, 0)).as("the edge is within").startsWith("0 to 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 255, 256, 257, 5000})
    void allBoxesComeOnceAsMeasuredOneByOne(int count) {
        Random random = new Random(count);
        int[] boxes = new int[4 * count];
        for (int i = 0; i < count; i++) {
            boxes[4 * i] = random.nextInt(2_000_000) - 1_000_000;
            boxes[4 * i + 1] = random.nextInt(200_000);
            boxes[4 * i + 2] = boxes[4 * i] + random.nextInt(3000);
            boxes[4 * i + 3] = boxes[4 * i + 1] + random.nextInt(3000);
        }
        for (int question = 0; question < 5; question++) {
            double x = random.nextInt(3_000_000) - 1_500_000;
            double y = random.nextInt(300_000) - 50_000;
            List<String> found = inOrder(boxes, x, y);
            assertThat(found).hasSize(count);
            assertThat(found.stream().map(BoxTreeTest::distance)).isSorted();
            assertThat(found).containsExactlyInAnyOrderElementsOf(measured(boxes, x, y));
        }
    }

    private static int distance(String found) {
        return Integer.parseInt(found.substring(0, found.indexOf(' ')));
    }

    private static List<String> measured(int[] boxes, double x, double y) {
        return IntStream.range(0, boxes.length / 4)
                .mapToObj(i -> {
                    double nearestX = Math.min(Math.max(x, boxes[4 * i]), boxes[4 * i + 2]);
                    double nearestY = Math.min(Math.max(y, boxes[4 * i + 1]), boxes[4 * i + 3]);
                    double distance = Math.sqrt((x - nearestX) * (x - nearestX) + (y - nearestY) * (y - nearestY));
                    return (int) distance + " to " + i;
                })
                .sorted(Comparator.comparing(BoxTreeTest::distance))
                .toList();
    }

    @Test
    void manyBoxesMayBeInOnePlace() {
        int[] boxes = new int[4 * 1000];
        Arrays.fill(boxes, 7);
        assertThat(inOrder(boxes, 7, 7)).hasSize(1000).allMatch(found -> found.startsWith("0 to "));
        assertThat(inOrder(boxes, 10, 11)).hasSize(1000).allMatch(found -> found.startsWith("5 to "));
    }

    @Test
    void aBoxHasFourNumbers() {
        assertThatThrownBy(() -> BoxTree.of(new int[] {1, 2, 3}, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A box has 4 numbers: 3 for 1 boxes");
    }
}
