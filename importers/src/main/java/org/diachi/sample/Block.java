package org.diachi.sample;

import org.diachi.sample.Districts.Density;

/** A piece of land between streets: a rectangle of the lattice, counted in half quarters. */
record Block(int x, int y, int width, int height, LandUseRole role, Density density) {

    Dice dice(long seed, int purpose) {
        return Dice.of(seed, purpose, x, y);
    }
}
