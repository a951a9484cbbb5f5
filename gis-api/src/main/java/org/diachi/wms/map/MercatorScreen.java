package org.diachi.wms.map;

import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;

/** The screen of a frame in Web Mercator, as the grid is. */
final class MercatorScreen extends Screen {

    private final MapFrame frame;
    private final double pixelsPerStepX;
    private final double pixelsPerStepY;
    private final double left;
    private final double top;

    MercatorScreen(MapFrame frame) {
        this.frame = frame;
        this.left = frame.box().getMinX() * Grid.STEPS_PER_METRE;
        this.top = -frame.box().getMaxY() * Grid.STEPS_PER_METRE;
        this.pixelsPerStepX = 1 / (frame.unitsPerPixelX() * Grid.STEPS_PER_METRE);
        this.pixelsPerStepY = 1 / (frame.unitsPerPixelY() * Grid.STEPS_PER_METRE);
    }

    @Override
    public Box box(double margin) {
        double x = margin * frame.unitsPerPixelX();
        double y = margin * frame.unitsPerPixelY();
        return Box.ofMetres(
                frame.box().getMinX() - x,
                frame.box().getMinY() - y,
                frame.box().getMaxX() + x,
                frame.box().getMaxY() + y);
    }

    @Override
    public double stepsPerPixel() {
        return 1 / Math.max(pixelsPerStepX, pixelsPerStepY);
    }

    /** The scale of Web Mercator is the secant of the latitude, which is the hyperbolic cosine of y on the unit sphere. */
    @Override
    public double metresPerPixel() {
        double y = frame.box().centre().y / (Grid.HALF_WIDTH / Math.PI);
        return frame.unitsPerPixelX() / Math.cosh(y);
    }

    @Override
    public void toPixels(int[] xy, int points, int shift, double[] pixels, int from) {
        double scaleX = pixelsPerStepX * (1 << shift);
        double scaleY = pixelsPerStepY * (1 << shift);
        double offsetX = -left * pixelsPerStepX;
        double offsetY = -top * pixelsPerStepY;
        for (int i = 0; i < 2 * points; i += 2) {
            pixels[from + i] = xy[i] * scaleX + offsetX;
            pixels[from + i + 1] = xy[i + 1] * scaleY + offsetY;
        }
    }
}
