package org.diachi.pack.tile;

import org.diachi.pack.file.Levels;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;

/**
 * A tile of the WebMercatorQuad (OGC 17-083r4, annex D.1).
 *
 * @param zoom tile matrix, from 0 to 22
 * @param column from the west
 * @param row from the north
 */
public record TileAddress(int zoom, int column, int row) {

    /** The most zoom that tiles are made for. */
    public static final int MOST_ZOOM = 22;

    /** Steps of a tile to each side; 4096 is what readers take for granted. */
    static final int EXTENT = Grid.STEPS_PER_TILE;

    /** How many steps beyond its edges a tile goes on: eight pixels of a tile of 256. */
    static final int BUFFER = 128;

    public TileAddress {
        if (zoom < 0 || zoom > MOST_ZOOM || !isWithin(zoom, column) || !isWithin(zoom, row)) {
            throw new IllegalArgumentException("There is no tile " + zoom + "/" + row + "/" + column);
        }
    }

    private static boolean isWithin(int zoom, int number) {
        return number >= 0 && number < 1 << zoom;
    }

    /** Steps of the grid to a step of the tile. */
    private double stepsPerUnit() {
        return 0x1p32 / (1L << zoom) / EXTENT;
    }

    private double left() {
        return column * (double) EXTENT * stepsPerUnit() - 0x1p31;
    }

    private double top() {
        return row * (double) EXTENT * stepsPerUnit() - 0x1p31;
    }

    /** The box of the tile with its buffer, on the grid. */
    Box box() {
        double spare = BUFFER * stepsPerUnit();
        double side = EXTENT * stepsPerUnit();
        return new Box(
                within(left() - spare),
                within(top() - spare),
                within(left() + side + spare),
                within(top() + side + spare));
    }

    private static int within(double steps) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.floor(steps)));
    }

    /** The number of the level whose shapes are in the tile. */
    int level() {
        return Levels.of(zoom);
    }

    /**
     * A coordinate in steps of the tile.
     *
     * @param coordinate at the level of the tile
     * @param isX whether it is the x of a point
     */
    int toTile(int coordinate, boolean isX) {
        double steps = Math.scalb((double) coordinate, Grid.shift(Levels.zoom(level())));
        return (int) Math.rint((steps - (isX ? left() : top())) / stepsPerUnit());
    }
}
