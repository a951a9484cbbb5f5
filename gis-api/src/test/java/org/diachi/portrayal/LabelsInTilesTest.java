package org.diachi.portrayal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.diachi.portrayal.sld.SldReader;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.TextSymbol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crowded labels: tiles show what one large picture shows, though each is given only what is near it. */
class LabelsInTilesTest {

    private static final int TILE = 256;
    private static final int TILES = 3;
    private static final int LABELS = 900;

    private final TextSymbol symbol = symbol();
    private final Painter painter = new Painter();

    private static TextSymbol symbol() {
        String document = "<FeatureTypeStyle><Rule><TextSymbolizer><Label><PropertyName>n</PropertyName></Label>"
                + "<Halo><Radius>1</Radius></Halo></TextSymbolizer></Rule></FeatureTypeStyle>";
        return (TextSymbol) SldReader.read(document.getBytes(StandardCharsets.UTF_8), IconFolder.NONE)
                .get(0)
                .style()
                .rules()
                .get(0)
                .symbols()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d", "%d/2 Lê Lợi", "Khu nhà số %d đường Nguyễn Tri Phương"})
    void tilesShowTheSameLabels(String text) {
        int side = TILES * TILE;
        int[] large = draw(text, side, 0, 0).argb().clone();
        for (int row = 0; row < TILES; row++) {
            for (int column = 0; column < TILES; column++) {
                int[] tile = draw(text, TILE, column * TILE, row * TILE).argb();
                int[] expected = new int[TILE * TILE];
                for (int y = 0; y < TILE; y++) {
                    System.arraycopy(large, (row * TILE + y) * side + column * TILE, expected, y * TILE, TILE);
                }
                assertThat(tile).as("tile %d/%d", column, row).isEqualTo(expected);
            }
        }
    }

    /** Labels all over the large picture and around it; what is too far from the drawn part is not given. */
    private Picture draw(String text, int side, double left, double top) {
        painter.begin(new View(side, side, 1, 1, left, top));
        Random random = new Random(3);
        for (int i = 0; i < LABELS; i++) {
            double x = random.nextDouble() * (TILES * TILE + 800) - 400 - left;
            double y = random.nextDouble() * (TILES * TILE + 800) - 400 - top;
            int buffer = Painter.LABEL_BUFFER;
            if (x > -buffer && y > -buffer && x < side + buffer && y < side + buffer) {
                painter.labelPoint(symbol, text.formatted(i), i, x, y);
            }
        }
        return painter.finish(0xffffffff);
    }
}
