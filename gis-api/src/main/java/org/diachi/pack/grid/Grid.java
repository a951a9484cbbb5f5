package org.diachi.pack.grid;

/**
 * The grid that map packs are kept on: the square of Web Mercator (EPSG:3857) in 2³² steps each way, 9.3 mm at the
 * equator. Counted from its middle, so that a coordinate is an {@code int}: x eastward, y southward as pictures are drawn.
 *
 * <p>The level of a zoom has 4096 steps to a tile of that zoom of the WebMercatorQuad: 16 to a pixel of a tile of 256.
 */
public final class Grid {

    /** Radius of the sphere of Web Mercator, in metres. */
    private static final double RADIUS = 6_378_137;

    /** Half the width of the square, in metres. */
    public static final double HALF_WIDTH = Math.PI * RADIUS;

    /** Steps of the grid to a metre of Web Mercator. */
    public static final double STEPS_PER_METRE = 0x1p32 / (2 * HALF_WIDTH);

    /** The zoom at which a step of the level is a step of the grid. */
    public static final int FULL_ZOOM = 20;

    /** Steps of a level to a tile of its zoom. */
    public static final int STEPS_PER_TILE = 4096;

    /** Steps of a level to a pixel of a tile of 256 pixels. */
    public static final int STEPS_PER_PIXEL = 16;

    private Grid() {}

    /** The x of a Web Mercator x in metres. */
    public static int x(double metres) {
        return clamp(Math.rint(metres * STEPS_PER_METRE));
    }

    /** The y of a Web Mercator y in metres. */
    public static int y(double metres) {
        return clamp(Math.rint(-metres * STEPS_PER_METRE));
    }

    /** Web Mercator metres of an x, or of a y with its sign changed. */
    public static double metres(double steps) {
        return steps / STEPS_PER_METRE;
    }

    private static int clamp(double steps) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, steps));
    }

    /** How many bits a coordinate loses at the level of a zoom. */
    public static int shift(int zoom) {
        return FULL_ZOOM - zoom;
    }

    /** A coordinate in steps of a level, rounded. */
    public static int toLevel(int coordinate, int shift) {
        return shift == 0 ? coordinate : (int) (((long) coordinate + (1L << (shift - 1))) >> shift);
    }
}
