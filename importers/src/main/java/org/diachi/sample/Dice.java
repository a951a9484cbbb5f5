package org.diachi.sample;

import java.util.List;

/**
 * Random numbers that depend on a seed and a place only: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014), written out so that no Java version can change them.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one purpose at one place. */
    static Dice of(long seed, int purpose, int a, int b) {
        return new Dice(hash(seed, purpose, a, b));
    }

    /** 64 well mixed bits. */
    static long hash(long seed, int purpose, int a, int b) {
        return mix(mix(mix(seed + GOLDEN * purpose) ^ a * 0xD1B54A32D192ED03L) ^ b * 0xABC98388FB8FAC03L);
    }

    /** The one number in [0, 1) of a purpose and a place. */
    static double unit(long seed, int purpose, int a, int b) {
        return (hash(seed, purpose, a, b) >>> 11) * 0x1p-53;
    }

    double unit() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number from 0 to bound − 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
