package org.diachi.portrayal.mark;

import org.diachi.portrayal.raster.Stroke;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.Unit;

/**
 * How large symbols are in pixels.
 *
 * @param symbol pixels of a standardised rendering pixel
 * @param metre pixels of a metre on the ground
 */
public record Scale(double symbol, double metre) {

    /** A length in pixels. */
    public double pixels(double length, Unit unit) {
        return length * (unit == Unit.METRE ? metre : symbol);
    }

    /** The stroke of a line. */
    public Stroke stroke(LineSymbol line) {
        double factor = pixels(1, line.unit());
        double[] dashes =
                line.dashes().stream().mapToDouble(dash -> dash * factor).toArray();
        return new Stroke(
                line.width() * factor,
                line.join(),
                line.cap(),
                dashes,
                line.dashOffset() * factor,
                line.offset() * factor);
    }
}
