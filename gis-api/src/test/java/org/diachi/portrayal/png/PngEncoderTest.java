package org.diachi.portrayal.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.diachi.portrayal.raster.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PngEncoderTest {

    private final PngEncoder encoder = new PngEncoder();
    private final Random random = new Random(11);

    @ParameterizedTest
    @EnumSource(PngEncoder.Kind.class)
    void flatColoursComeBackAsTheyWere(PngEncoder.Kind kind) throws IOException {
        int[][] sizes = {{1, 1}, {3, 2}, {256, 256}, {257, 31}, {1000, 7}, {2, 700}};
        for (int[] size : sizes) {
            for (boolean opaque : new boolean[] {true, false}) {
                int[] argb = patches(size[0], size[1], opaque || kind == PngEncoder.Kind.RGB);
                assertThat(decoded(argb, size[0], size[1], kind)).isEqualTo(argb);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RGBA", "RGB"})
    void noiseComesBackAsItWas(PngEncoder.Kind kind) throws IOException {
        int[] argb = new int[300 * 211];
        Arrays.setAll(argb, i -> random.nextInt() | (kind == PngEncoder.Kind.RGB ? 0xff000000 : 0));
        assertThat(decoded(argb, 300, 211, kind)).isEqualTo(argb);
    }

    @ParameterizedTest
    @EnumSource(PngEncoder.Kind.class)
    void veryLargePicturesComeBackAsTheyWere(PngEncoder.Kind kind) throws IOException {
        int[] argb = new int[9_000 * 400];
        Arrays.fill(argb, 0xff80a0c0);
        Arrays.fill(argb, 2_000_000, 2_500_000, 0xff102030);
        assertThat(decoded(argb, 9_000, 400, kind)).isEqualTo(argb);
    }

    @Test
    void tooManyColoursBecomeTheNearestOfTheCommonest() throws IOException {
        int[] argb = patches(256, 256, true);
        int[] exact = argb.clone();
        for (int i = 0; i < 6_000; i++) {
            // Mixtures as at edges.
            int mixed = random.nextInt(256);
            int at = random.nextInt(argb.length);
            argb[at] = Colour.over(Colour.of(exact[random.nextInt(exact.length)], mixed / 255.0), argb[at]);
        }
        int[] decoded = decoded(argb, 256, 256, PngEncoder.Kind.INDEXED);
        int wrong = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] == exact[i]) {
                wrong += decoded[i] == argb[i] ? 0 : 1;
            } else {
                assertThat(distance(decoded[i], argb[i])).isLessThan(100);
            }
        }
        assertThat(wrong).as("areas keep their colours").isZero();
    }

    private static double distance(int one, int other) {
        double sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            sum += Math.pow((one >> shift & 255) - (other >> shift & 255), 2);
        }
        return Math.sqrt(sum);
    }

    /** Rectangles in eight colours. */
    private int[] patches(int width, int height, boolean opaque) {
        int[] colours = {0xff64c896, 0xff000000, 0xffffffff, 0xfff08080, 0xff2864c8, 0xffc8a0dc, 0xff96d2ff, 0xff5a5a5a
        };
        if (!opaque) {
            colours[1] = 0;
            colours[3] = 0x80f08080;
        }
        int[] argb = new int[width * height];
        Arrays.fill(argb, colours[1]);
        for (int i = 0; i < 40; i++) {
            int x = random.nextInt(width);
            int to = Math.min(width, x + random.nextInt(50));
            int bottom = random.nextInt(height) + 1;
            for (int y = random.nextInt(bottom); y < bottom && x < to; y++) {
                Arrays.fill(argb, y * width + x, y * width + to, colours[i % colours.length]);
            }
        }
        return argb;
    }

    private int[] decoded(int[] argb, int width, int height, PngEncoder.Kind kind) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoder.encode(argb, width, height, kind)));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        return image.getRGB(0, 0, width, height, null, 0, width);
    }
}
