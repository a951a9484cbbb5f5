package org.diachi.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.diachi.portrayal.png.PngEncoder;

/** Pictures that were looked at. They are renewed with {@code -Dgolden.renew=true}: CONTRIBUTING.md has the command. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/org/diachi/portrayal/golden");

    /** Versions of the font library differ a little in the outlines of letters. */
    private static final double MOST = 0.5;

    private Golden() {}

    /** Compares a picture with that of a name. */
    public static void check(String name, Picture picture) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        if (Boolean.getBoolean("golden.renew")) {
            Files.createDirectories(FOLDER);
            Files.write(
                    file,
                    new PngEncoder().encode(picture.argb(), picture.width(), picture.height(), PngEncoder.Kind.RGBA));
        }
        BufferedImage golden = ImageIO.read(file.toFile());
        assertThat(picture.width()).as(name).isEqualTo(golden.getWidth());
        assertThat(picture.height()).as(name).isEqualTo(golden.getHeight());
        int[] expected = golden.getRGB(0, 0, picture.width(), picture.height(), null, 0, picture.width());
        assertThat(difference(expected, picture.argb())).as(name).isLessThan(MOST);
    }

    private static double difference(int[] one, int[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                sum += Math.abs((one[i] >> shift & 255) - (other[i] >> shift & 255));
            }
        }
        return sum / (4.0 * one.length);
    }
}
