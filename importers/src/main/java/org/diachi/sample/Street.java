package org.diachi.sample;

/**
 * A street along one line of the lattice.
 *
 * @param from its first piece, counted in half quarters
 */
record Street(String name, int from) {
    /** House numbers kept for one side of one piece; what a piece does not need is left unused. */
    static final int NUMBERS_PER_PIECE = 24;

    /** How many numbers of a side lie before this piece. */
    int numbersBefore(int piece) {
        return (piece - from) * NUMBERS_PER_PIECE;
    }
}
