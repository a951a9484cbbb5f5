package org.diachi.pack.file;

import org.diachi.pack.grid.Grid;

/** The levels of detail of a pack: one for each zoom from the least to the finest generalised one, and the full detail. */
public final class Levels {

    /** The zoom of the coarsest level. */
    public static final int LEAST_ZOOM = 5;

    /** The zoom of the finest level that is generalised. */
    public static final int MOST_ZOOM = 17;

    /** How many there are. */
    static final int COUNT = MOST_ZOOM - LEAST_ZOOM + 2;

    private Levels() {}

    /** The zoom of a level by its number. */
    public static int zoom(int level) {
        return level == COUNT - 1 ? Grid.FULL_ZOOM : LEAST_ZOOM + level;
    }

    /** The number of the level for a zoom: that of the zoom, the coarsest, or full detail. */
    public static int of(int zoom) {
        return zoom > MOST_ZOOM ? COUNT - 1 : Math.max(0, zoom - LEAST_ZOOM);
    }

    /**
     * The number of the coarsest level that is fine enough.
     *
     * @param steps of the grid to a pixel
     */
    public static int forPixel(double steps) {
        double zoom = Grid.FULL_ZOOM + Math.log(Grid.STEPS_PER_PIXEL / steps) / Math.log(2);
        return of((int) Math.ceil(Math.max(0, Math.min(30, zoom)) - 0.01));
    }
}
