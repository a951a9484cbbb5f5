package org.diachi.export;

/**
 * Prints numbers in plain decimal notation, the same on every Java version ({@link Double#toString(double)} changed its
 * answers in version 19).
 */
final class Decimals {
    private static final double[] POWER = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    /** Below this, a number times 10⁹ still counts exactly in a long. */
    private static final double EXACT = 4e9;

    private Decimals() {}

    /** Rounds half up to at most so many decimals and drops trailing zeros. */
    static String rounded(double value, int decimals) {
        if (Math.abs(value) >= EXACT) {
            return Double.toString(value);
        }
        return print(Math.round(value * POWER[decimals]), decimals);
    }

    /** The shortest plain notation that reads back as the same number; beyond nine decimals the notation of Java. */
    static String exact(double value) {
        if (Math.abs(value) < EXACT) {
            for (int decimals = 0; decimals < POWER.length; decimals++) {
                long scaled = Math.round(value * POWER[decimals]);
                if (scaled / POWER[decimals] == value) {
                    return print(scaled, decimals);
                }
            }
        }
        return Double.toString(value);
    }

    private static String print(long scaled, int decimals) {
        int places = decimals;
        long digits = Math.abs(scaled);
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        StringBuilder text = new StringBuilder(20).append(digits);
        while (text.length() <= places) {
            text.insert(0, '0');
        }
        if (places > 0) {
            text.insert(text.length() - places, '.');
        }
        return scaled < 0 ? text.insert(0, '-').toString() : text.toString();
    }
}
