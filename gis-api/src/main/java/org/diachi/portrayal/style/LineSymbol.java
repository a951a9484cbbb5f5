package org.diachi.portrayal.style;

import java.util.List;
import org.diachi.portrayal.raster.Stroke;

/**
 * A line, or the outline of polygons.
 *
 * @param rgb 0xRRGGBB
 * @param opacity 0 to 1
 * @param width in the unit
 * @param dashes lengths of lines and gaps in turn, in the unit; none for a line without gaps; always an even number
 * @param dashOffset how much of the dashes is left out at the beginning of a line
 * @param offset how far to the left of its direction the line is drawn; outwards of a polygon
 */
public record LineSymbol(
        int rgb,
        double opacity,
        double width,
        Stroke.Join join,
        Stroke.Cap cap,
        List<Double> dashes,
        double dashOffset,
        double offset,
        Unit unit)
        implements Symbol {

    public LineSymbol {
        dashes = List.copyOf(dashes);
        if (dashes.size() % 2 != 0) {
            throw new IllegalArgumentException("An odd number of dashes: " + dashes);
        }
    }

    /** A line without gaps that hides what is under it, in pixels. */
    public static LineSymbol of(int rgb, double width) {
        return new LineSymbol(rgb, 1, width, Stroke.Join.MITRE, Stroke.Cap.BUTT, List.of(), 0, 0, Unit.PIXEL);
    }
}
