package org.diachi.sample;

/** Smooth noise in the plane: random values on a unit lattice, blended with the smoothstep 3t² − 2t³. */
final class Noise {
    private Noise() {}

    /** A value in [−1, 1) that varies over about one unit of x and y. */
    static double at(long seed, int purpose, double x, double y) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        double u = smooth(x - i);
        double v = smooth(y - j);
        double below = mix(Dice.unit(seed, purpose, i, j), Dice.unit(seed, purpose, i + 1, j), u);
        double above = mix(Dice.unit(seed, purpose, i, j + 1), Dice.unit(seed, purpose, i + 1, j + 1), u);
        return 2 * mix(below, above, v) - 1;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
