package org.diachi.portrayal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.diachi.portrayal.sld.SldReader;
import org.diachi.portrayal.style.IconFolder;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.junit.jupiter.api.Test;

/** Where labels of points and polygons come to stand, against pictures that were looked at. */
class GoldenLabelsTest {

    private static final int WHITE = 0xffffffff;
    private static final Symbol OUTLINE = LineSymbol.of(0x909090, 1);

    private static final String CENTRED =
            "<LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>0.5</AnchorPointX>"
                    + "<AnchorPointY>0.5</AnchorPointY></AnchorPoint></PointPlacement></LabelPlacement>";

    private final Painter painter = new Painter();

    private static TextSymbol symbol(String font, String placement, String options) {
        String document = "<FeatureTypeStyle><Rule><TextSymbolizer><Label><PropertyName>n</PropertyName></Label><Font>"
                + font + "</Font>" + placement + "<Halo><Radius>1</Radius></Halo>" + options
                + "</TextSymbolizer></Rule></FeatureTypeStyle>";
        return (TextSymbol) SldReader.read(document.getBytes(StandardCharsets.UTF_8), IconFolder.NONE)
                .get(0)
                .style()
                .rules()
                .get(0)
                .symbols()
                .get(0);
    }

    private static String size(int pixels) {
        return "<CssParameter name=\"font-size\">" + pixels + "</CssParameter>";
    }

    /** Draws the outline of a polygon and wants its label. */
    private void label(TextSymbol symbol, String text, int number, double[] xy, int... ends) {
        painter.polygon(OUTLINE, xy, ends, 0, ends.length);
        painter.labelPolygon(symbol, text, number, xy, ends, 0, ends.length);
    }

    @Test
    void insidePolygons() throws IOException {
        painter.begin(new View(320, 210, 1, 1, 0, 0));
        TextSymbol symbol = symbol(size(12), CENTRED, "");
        label(
                symbol,
                "Hình chữ U",
                1,
                new double[] {10, 10, 40, 10, 40, 70, 70, 70, 70, 10, 100, 10, 100, 100, 10, 100},
                8);
        label(
                symbol,
                "Vòng",
                2,
                new double[] {115, 10, 205, 10, 205, 100, 115, 100, 130, 25, 130, 85, 165, 85, 165, 25},
                4,
                8);
        label(symbol, "Quá nhỏ để viết", 3, new double[] {215, 10, 235, 10, 235, 20, 215, 20}, 4);
        label(symbol, "Trung tâm hành chính công thành phố", 4, new double[] {215, 30, 310, 30, 310, 100, 215, 100}, 4);
        label(symbol, "Xiên", 5, new double[] {10, 190, 90, 115, 100, 125, 20, 200}, 4);
        label(symbol, "Tam giác", 6, new double[] {115, 200, 160, 110, 205, 200}, 3);
        label(symbol, "Ngoài tranh", 7, new double[] {215, 120, 500, 120, 500, 200, 215, 200}, 4);
        Golden.check("labels-inside-polygons", painter.finish(WHITE));
    }

    /** The same place is wanted by four: the one of the highest priority has it. */
    @Test
    void byPriority() throws IOException {
        painter.begin(new View(240, 120, 1, 1, 0, 0));
        for (int i = 0; i < 4; i++) {
            String priority = "<Priority>" + i * 10 + "</Priority>";
            TextSymbol symbol = symbol(size(12), "", priority);
            painter.labelPoint(symbol, "hạng " + i, i, 60 + 8 * i, 30 + 5 * i);
            painter.labelPoint(symbol, "hạng " + i, 10 + i, 180 - 8 * i, 90 - 5 * i);
        }
        Golden.check("labels-by-priority", painter.finish(WHITE));
    }

    @Test
    void byAnchorAndOffset() throws IOException {
        painter.begin(new View(300, 160, 1, 1, 0, 0));
        for (int i = 0; i < 9; i++) {
            double x = 50 + i % 3 * 100;
            double y = 30 + i / 3 * 50;
            String placement =
                    ("<LabelPlacement><PointPlacement><AnchorPoint><AnchorPointX>%s</AnchorPointX><AnchorPointY>%s"
                                    + "</AnchorPointY></AnchorPoint><Displacement><DisplacementX>%s</DisplacementX><DisplacementY>0"
                                    + "</DisplacementY></Displacement><Rotation>%s</Rotation></PointPlacement></LabelPlacement>")
                            .formatted(i % 3 / 2.0, i / 3 / 2.0, i % 3 * 4 - 4, i == 4 ? 30 : 0);
            TextSymbol symbol = symbol(size(12), placement, "");
            double[] cross = {x - 4, y, x + 4, y, x, y - 4, x, y + 4};
            painter.line(OUTLINE, cross, new int[] {2, 4}, 0, 2);
            painter.labelPoint(symbol, "Huế " + i, i, x, y);
        }
        Golden.check("labels-by-anchor", painter.finish(WHITE));
    }

    /** All tones and both cases, stacked marks too. */
    @Test
    void vietnamese() throws IOException {
        painter.begin(new View(330, 180, 1, 1, 0, 0));
        String[] lines = {
            "ẤẦẨẪẬ ẮẰẲẴẶ ẾỀỂỄỆ ỐỒỔỖỘ", "ấầẩẫậ ắằẳẵặ ếềểễệ ốồổỗộ", "ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ Đđ", "Kiệt 45/12 Nguyễn Huệ"
        };
        String[] fonts = {
            size(15),
            size(15),
            size(15) + "<CssParameter name=\"font-weight\">bold</CssParameter>",
            size(15) + "<CssParameter name=\"font-style\">italic</CssParameter>"
        };
        for (int i = 0; i < lines.length; i++) {
            painter.labelPoint(symbol(fonts[i], CENTRED, ""), lines[i], i, 80 + i % 2 * 160, 45 + i / 2 * 90);
        }
        Golden.check("labels-vietnamese", painter.finish(WHITE));
    }
}
