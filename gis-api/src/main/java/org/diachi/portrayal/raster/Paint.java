package org.diachi.portrayal.raster;

/** What a shape is painted with. */
public sealed interface Paint permits SolidPaint, HatchPaint, TilePaint {

    /**
     * Paints pixels of a row.
     *
     * @param from the first pixel
     * @param to the pixel after the last
     * @param coverage of each of them, 1 to 255
     */
    void span(Canvas canvas, int y, int from, int to, int coverage);
}
