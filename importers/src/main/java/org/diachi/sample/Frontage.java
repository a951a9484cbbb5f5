package org.diachi.sample;

/**
 * A piece of street along one side of a block.
 *
 * @param path the middle of the street, in the direction of its numbers
 * @param halfWidth of the street in metres
 * @param inwardsLeft whether the block lies on the left of the path
 * @param piece which piece of the street, counted in half quarters
 */
record Frontage(Path path, double halfWidth, boolean inwardsLeft, Street street, int piece) {}
