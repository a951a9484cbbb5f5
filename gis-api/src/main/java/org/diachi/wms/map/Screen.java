package org.diachi.wms.map;

import java.util.Optional;
import org.diachi.pack.grid.Box;
import org.diachi.value.Crs;

/** Takes places of the grid to pixels of a frame. For one thread. */
public abstract class Screen {

    static final int WEB_MERCATOR = 3857;

    /**
     * The screen of a frame.
     *
     * @param data the box around all that may be drawn; nothing outside of it needs a pixel
     * @param margin how many pixels beyond the edges are drawn on
     * @return empty if there is nothing of the data in the frame
     */
    public static Optional<Screen> of(MapFrame frame, Box data, double margin) {
        return frame.crs().epsg() == WEB_MERCATOR
                ? Optional.of(new MercatorScreen(frame))
                : MeshScreen.ofMesh(frame, data, margin);
    }

    /** Whether places can be put on the pixels of a system at all. */
    public static boolean isPossible(Crs crs) {
        return Crs.isKnown(crs.epsg());
    }

    /** The box on the grid of the frame and so many pixels around it. */
    public abstract Box box(double margin);

    /** Steps of the grid to a pixel, in the middle. */
    public abstract double stepsPerPixel();

    /** How many metres on the ground a pixel is, in the middle. */
    public abstract double metresPerPixel();

    /**
     * Takes points to pixels.
     *
     * @param xy coordinates of the grid without their last bits
     * @param points how many
     * @param shift how many bits they have lost
     * @param pixels receives x and y, from an index on
     */
    public abstract void toPixels(int[] xy, int points, int shift, double[] pixels, int from);
}
