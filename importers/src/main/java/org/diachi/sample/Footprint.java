package org.diachi.sample;

/**
 * The shapes of buildings in the unit square: from left to right along the front, from 0 at the front to 1 at the back,
 * counter-clockwise, not closed. All contain the point (0.12, 0.25).
 */
final class Footprint {
    static final double INSIDE_X = 0.12;
    static final double INSIDE_Y = 0.25;

    private static final double[][] SMALL = {
        {0, 0, 1, 0, 1, 1, 0, 1},
        {0, 0, 1, 0, 1, 1, 0, 1},
        {0, 0, 1, 0, 1, 1, 0, 1},
        {0, 0, 1, 0, 1, .62, .55, .62, .55, 1, 0, 1},
        {0, 0, .58, 0, .58, .11, 1, .11, 1, 1, 0, 1},
        {0, .08, .4, .08, .4, 0, 1, 0, 1, .8, .7, .8, .7, 1, 0, 1},
        {0, 0, 1, 0, 1, 1, .68, 1, .68, .66, .36, .66, .36, 1, 0, 1},
        {0, 0, 1, 0, 1, .4, .82, .4, .82, .58, 1, .58, 1, 1, 0, 1},
        {.06, 0, .94, 0, 1, .05, 1, 1, 0, 1, 0, .05},
        {0, 0, 1, 0, 1, .45, .9, .45, .9, .7, .75, .7, .75, 1, .2, 1, .2, .75, .08, .75, .08, .5, 0, .5}
    };
    private static final double[][] LARGE = {
        {0, 0, 1, 0, 1, 1, 0, 1},
        {0, 0, 1, 0, 1, .45, .35, .45, .35, 1, 0, 1},
        {0, 0, .22, 0, .22, .5, .78, .5, .78, 0, 1, 0, 1, 1, 0, 1},
        {0, 0, .2, 0, .2, .35, .8, .35, .8, 0, 1, 0, 1, 1, .8, 1, .8, .65, .2, .65, .2, 1, 0, 1},
        {
            0, 0, .3, 0, .3, .07, .7, .07, .7, 0, 1, 0, 1, .38, .93, .38, .93, .6, 1, .6, 1, 1, .65, 1, .65, .9, .35,
            .9, .35, 1, 0, 1, 0, .6, .06, .6, .06, .38, 0, .38
        }
    };

    private Footprint() {}

    /** One of the shapes that suit a building of this width in metres. */
    static double[] choose(double width, Dice dice) {
        double[][] shapes = width < 13 ? SMALL : LARGE;
        return shapes[dice.below(shapes.length)];
    }
}
