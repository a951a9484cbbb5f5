package org.diachi.wms.map;

import java.util.Objects;
import org.diachi.value.Crs;
import org.locationtech.jts.geom.Envelope;

/**
 * Which part of the world is on which pixels.
 *
 * @param crs of the box
 * @param box x before y whatever the authority's order, neither side empty
 * @param width in pixels
 * @param height in pixels
 * @param dotsPerInch of the medium
 */
public record MapFrame(Crs crs, Envelope box, int width, int height, double dotsPerInch) {

    /** Dots per inch of pixels of 0.28 mm, which OGC reckons with. */
    public static final double STANDARD_DPI = 25.4 / 0.28;

    private static final double INCH_METRES = 0.0254;

    public MapFrame {
        Objects.requireNonNull(crs, "crs");
        if (!(box.getWidth() > 0) || !(box.getHeight() > 0) || width < 1 || height < 1 || !(dotsPerInch > 0)) {
            throw new IllegalArgumentException("No frame: " + box + " on " + width + " x " + height);
        }
    }

    /** Units of the CRS to a pixel, across. */
    double unitsPerPixelX() {
        return box.getWidth() / width;
    }

    /** Units of the CRS to a pixel, down. */
    double unitsPerPixelY() {
        return box.getHeight() / height;
    }

    /** The scale that rules of styles ask for (OGC 05-077r4, 10.2): by units of the CRS, not corrected for latitude. */
    public double scaleDenominator() {
        return unitsPerPixelX() * crs.metresPerUnit() / (INCH_METRES / dotsPerInch);
    }

    /** How many pixels one of 0.28 mm is. */
    public double symbolScale() {
        return dotsPerInch / STANDARD_DPI;
    }

    /** The x of a pixel. */
    double pixelX(double x) {
        return (x - box.getMinX()) / unitsPerPixelX();
    }

    /** The y of a pixel, downwards. */
    double pixelY(double y) {
        return (box.getMaxY() - y) / unitsPerPixelY();
    }
}
