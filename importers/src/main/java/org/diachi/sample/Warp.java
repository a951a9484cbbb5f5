package org.diachi.sample;

/**
 * Bends the plane gently, so that straight rows of a lattice become streets and rivers that wind.
 *
 * <p>A sum of sine waves, each of which moves points mostly across its own direction. The gradients add up to less than
 * 0.25 along and 0.7 across, so the Jacobian stays above 0.75² − 0.7² &gt; 0: the map never folds, and what does not
 * overlap before does not overlap after.
 */
final class Warp {
    /** Wavelength in metres and steepness (2π·amplitude/wavelength) of the waves. */
    private static final double[][] WAVES = {{7000, 0.34}, {2900, 0.18}, {1100, 0.10}};

    private static final double OBLIQUE = 0.3;
    private final double[] phases = new double[2 * WAVES.length];

    Warp(long seed) {
        for (int i = 0; i < phases.length; i++) {
            phases[i] = 2 * Math.PI * Dice.unit(seed, Purpose.WARP, i, 0);
        }
    }

    double x(double x, double y) {
        return x + sum(y, x, 0);
    }

    double y(double x, double y) {
        return y + sum(x, -y, WAVES.length);
    }

    private double sum(double across, double along, int firstPhase) {
        double sum = 0;
        for (int i = 0; i < WAVES.length; i++) {
            double number = 2 * Math.PI / WAVES[i][0];
            double amplitude = WAVES[i][1] / number;
            sum += amplitude * StrictMath.sin(number * (across + OBLIQUE * along) + phases[firstPhase + i]);
        }
        return sum;
    }
}
