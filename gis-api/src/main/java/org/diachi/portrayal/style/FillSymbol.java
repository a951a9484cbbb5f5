package org.diachi.portrayal.style;

import org.jspecify.annotations.Nullable;

/**
 * The inside of polygons.
 *
 * @param rgb 0xRRGGBB
 * @param opacity 0 to 1
 * @param pattern drawn instead of the colour
 */
public record FillSymbol(int rgb, double opacity, @Nullable Pattern pattern, Unit unit) implements Symbol {

    /** A colour that hides what is under it. */
    public static FillSymbol of(int rgb) {
        return new FillSymbol(rgb, 1, null, Unit.PIXEL);
    }
}
