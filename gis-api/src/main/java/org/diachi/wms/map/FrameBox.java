package org.diachi.wms.map;

import java.util.Optional;
import org.diachi.portrayal.Painter;
import org.diachi.value.CoordinateOutOfRangeException;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.locationtech.jts.geom.Envelope;

/** Where frames lie in other systems, by places on them: around all of it, and a little more. */
public final class FrameBox {

    /** How many places of the frame are looked at, each way. */
    private static final int SAMPLES = 16;

    /** The edges between two samples bend outwards by less than this part of the box. */
    private static final double SPARE = 0.01;

    /** In degrees; beyond, Web Mercator has no place. */
    private static final double MOST_LATITUDE = 85;

    private FrameBox() {}

    /** The box around everything that a picture of the frame may show. */
    public static Optional<Envelope> ofPicture(MapFrame frame, Crs crs) {
        return of(frame, Painter.LABEL_BUFFER * frame.symbolScale(), crs);
    }

    /**
     * The box around everything that may be hit at a pixel.
     *
     * @param i the pixel from the left, counted from 0
     * @param j the pixel from above
     */
    public static Optional<Envelope> ofPixel(MapFrame frame, int i, int j, Crs crs) {
        double x = frame.box().getMinX() + i * frame.unitsPerPixelX();
        double y = frame.box().getMaxY() - j * frame.unitsPerPixelY();
        Envelope box = new Envelope(x, x + frame.unitsPerPixelX(), y - frame.unitsPerPixelY(), y);
        MapFrame pixel = new MapFrame(frame.crs(), box, 1, 1, frame.dotsPerInch());
        return of(pixel, MapHits.REACH * frame.symbolScale(), crs);
    }

    /**
     * The box around a frame and so many pixels at each side.
     *
     * @return empty if some of it has no place in the system
     */
    static Optional<Envelope> of(MapFrame frame, double margin, Crs crs) {
        int side = SAMPLES + 1;
        double[] xy = new double[2 * side * side];
        double width = frame.width() + 2 * margin;
        double height = frame.height() + 2 * margin;
        for (int i = 0; i < side * side; i++) {
            double pixelX = -margin + width * (i % side) / SAMPLES;
            double pixelY = -margin + height * (i / side) / SAMPLES;
            xy[2 * i] = frame.box().getMinX() + pixelX * frame.unitsPerPixelX();
            xy[2 * i + 1] = frame.box().getMaxY() - pixelY * frame.unitsPerPixelY();
            if (frame.crs().isGeographic() && Math.abs(xy[2 * i + 1]) > MOST_LATITUDE) {
                return Optional.empty();
            }
        }
        try {
            CrsTransform.between(frame.crs(), crs).apply(xy, side * side);
        } catch (CoordinateOutOfRangeException e) {
            return Optional.empty();
        }
        Envelope around = new Envelope();
        for (int i = 0; i < side * side; i++) {
            around.expandToInclude(xy[2 * i], xy[2 * i + 1]);
        }
        around.expandBy(SPARE * around.getWidth(), SPARE * around.getHeight());
        return Optional.of(around);
    }
}
