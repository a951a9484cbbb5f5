package org.diachi.portrayal;

import java.util.List;
import java.util.stream.IntStream;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.MapStyle;
import org.diachi.portrayal.style.StyleRule;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.diachi.portrayal.text.TextLine;

/** Pictures of a legend. */
public final class LegendGraphic {

    /** Of titles, in rendering pixels. */
    private static final double TEXT_SIZE = 12;

    private static final int TEXT_COLOUR = 0x202020;
    private static final String SAMPLE_TEXT = "Ấg";

    /** The side of the rendering pixel on paper: OGC 05-077r4 (Symbology Encoding), 10.2. */
    private static final double PIXEL_METRES = 0.00028;

    private LegendGraphic() {}

    /**
     * How a sample is drawn.
     *
     * @param width in pixels
     * @param height in pixels
     * @param symbolScale as of {@link View}
     * @param background 0xAARRGGBB; 0 for a picture that lets through
     */
    public record Sample(int width, int height, double symbolScale, int background) {}

    /**
     * All rules that are drawn at a scale, one below the other: a sample and the rule's title.
     *
     * @param scaleDenominator NaN for all rules
     */
    public static Picture ofStyle(MapStyle style, double scaleDenominator, Sample sample) {
        int width = sample.width();
        int height = sample.height();
        double symbolScale = sample.symbolScale();
        List<StyleRule> rules = IntStream.range(0, style.rules().size())
                .mapToObj(style.rules()::get)
                .filter(rule -> Double.isNaN(scaleDenominator) || rule.isDrawnAt(scaleDenominator))
                .toList();
        List<TextLine> titles = rules.stream()
                .map(rule -> new TextLine(title(rule), TEXT_SIZE * symbolScale))
                .toList();
        int gap = (int) Math.ceil(4 * symbolScale);
        int row = Math.max(height, (int) Math.ceil(1.4 * TEXT_SIZE * symbolScale)) + gap;
        double widest = titles.stream().mapToDouble(TextLine::width).max().orElse(0);
        int right = widest > 0 ? (int) Math.ceil(widest) + 2 * gap : 0;
        double metres = Double.isNaN(scaleDenominator) ? 1 : scaleDenominator * PIXEL_METRES / symbolScale;
        Painter painter = new Painter();
        painter.begin(new View(width + right, Math.max(1, rules.size() * row), symbolScale, metres, 0, 0));
        for (int i = 0; i < rules.size(); i++) {
            int top = i * row + gap / 2;
            drawSample(painter, rules.get(i), top, width, height);
            painter.text(titles.get(i), width + gap, top + height / 2.0, TEXT_COLOUR);
        }
        return painter.finish(sample.background());
    }

    private static String title(StyleRule rule) {
        return rule.title().isEmpty() ? rule.name() : rule.title();
    }

    /** The sample of one rule, without title. */
    public static Picture ofRule(MapStyle style, int rule, Sample sample) {
        Painter painter = new Painter();
        painter.begin(new View(sample.width(), sample.height(), sample.symbolScale(), 1, 0, 0));
        drawSample(painter, style.rules().get(rule), 0, sample.width(), sample.height());
        return painter.finish(sample.background());
    }

    /** A polygon if the rule fills, else a line if it strokes, else a point; letters if it does nothing but label. */
    private static void drawSample(Painter painter, StyleRule rule, int top, int width, int height) {
        double bottom = top + height;
        double[] area = {1.5, top + 1.5, width - 1.5, top + 1.5, width - 1.5, bottom - 1.5, 1.5, bottom - 1.5};
        double[] bend = {
            2, bottom - 3, width * 0.35, top + height * 0.3, width * 0.65, top + height * 0.7, width - 2, top + 3
        };
        boolean fills = rule.symbols().stream().anyMatch(FillSymbol.class::isInstance);
        boolean labelsOnly = rule.symbols().stream().allMatch(TextSymbol.class::isInstance);
        int[] ends = {4};
        for (Symbol symbol : rule.symbols()) {
            if (fills) {
                painter.polygon(symbol, area, ends, 0, 1);
            } else if (symbol instanceof LineSymbol) {
                painter.line(symbol, bend, ends, 0, 1);
            } else if (symbol instanceof TextSymbol text && labelsOnly) {
                painter.text(new TextLine(SAMPLE_TEXT, height * 0.6), width * 0.2, top + height / 2.0, text.rgb());
            } else {
                painter.point(symbol, width / 2.0, top + height / 2.0);
            }
            painter.flush();
        }
    }
}
