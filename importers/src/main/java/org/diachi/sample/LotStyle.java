package org.diachi.sample;

import org.diachi.sample.Districts.Density;

/** How lots are cut, in metres: each pair is the least and the most. */
record LotStyle(double[] width, double[] depth, double[] gap, double[] setback) {
    private static final LotStyle TOWN_HOUSE = style(4, 6.5, 12, 21, 0.1, 0.35, 0.3, 1.6);
    private static final LotStyle HOUSE = style(4.6, 8.5, 10, 18, 0.2, 1.4, 0.5, 3.5);
    private static final LotStyle COTTAGE = style(6.5, 12, 8, 15, 1.5, 8, 2.5, 8);
    private static final LotStyle SHOP = style(7, 24, 14, 26, 0.3, 2.5, 0.8, 4);
    private static final LotStyle INSTITUTION = style(15, 40, 10, 20, 4, 10, 4, 10);
    private static final LotStyle FACTORY = style(22, 48, 26, 48, 5, 12, 5, 10);
    private static final LotStyle ALLEY_HOUSE = style(4, 8, 8, 14, 0.1, 1.0, 0.2, 1.2);

    static LotStyle onStreet(Block block) {
        return switch (block.role()) {
            case COMMERCIAL -> SHOP;
            case PUBLIC -> INSTITUTION;
            case INDUSTRIAL -> FACTORY;
            case RURAL_RESIDENTIAL -> COTTAGE;
            default -> block.density() == Density.CORE ? TOWN_HOUSE : HOUSE;
        };
    }

    static LotStyle onAlley() {
        return ALLEY_HOUSE;
    }

    private static LotStyle style(double... bounds) {
        return new LotStyle(
                new double[] {bounds[0], bounds[1]},
                new double[] {bounds[2], bounds[3]},
                new double[] {bounds[4], bounds[5]},
                new double[] {bounds[6], bounds[7]});
    }
}
