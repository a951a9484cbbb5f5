package org.diachi.sample;

/** What random numbers are drawn for; each purpose has numbers of its own, so that one never disturbs another. */
final class Purpose {
    static final int WARP = 1;
    static final int COLUMN = 2;
    static final int ROW = 3;
    static final int CORNER_X = 4;
    static final int CORNER_Y = 5;
    static final int OUTLINE = 6;
    static final int WIGGLE = 7;
    static final int TOWN = 8;
    static final int DENSITY = 9;
    static final int WARD_SEED = 10;
    static final int WARD_GROWTH = 11;
    static final int PATTERN = 12;
    static final int ROLE = 13;
    static final int NATURE = 14;
    static final int STREET = 15;
    static final int BLOCK = 16;
    static final int ZONE = 17;
    static final int VISION = 18;
    static final int PARK = 19;
    static final int DRAIN = 20;
    static final int TERRAIN = 21;

    private Purpose() {}
}
