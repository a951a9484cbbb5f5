package org.diachi.portrayal;

import org.diachi.portrayal.style.MapStyle;

/** Pictures of a legend. */
public final class LegendGraphic {

    private LegendGraphic() {}

    /**
     * All rules that are drawn at a scale, one below the other: a sample and the rule's title.
     *
     * @param scaleDenominator NaN for all rules
     * @param width of a sample in pixels
     * @param height of a sample in pixels
     * @param symbolScale as of {@link View}
     */
    public static Picture ofStyle(MapStyle style, double scaleDenominator, int width, int height, double symbolScale) {
        throw new UnsupportedOperationException("To come: " + style + scaleDenominator + width + height + symbolScale);
    }

    /** The sample of one rule, without title. */
    public static Picture ofRule(MapStyle style, int rule, int width, int height, double symbolScale) {
        throw new UnsupportedOperationException("To come: " + style + rule + width + height + symbolScale);
    }
}
