package org.diachi.portrayal.style;

import org.jspecify.annotations.Nullable;

/** What a graphic shows: a mark with fill and stroke, or an icon. */
public sealed interface GraphicShape {

    /**
     * A mark by its well-known name: square, circle, triangle, star, cross, x, those of GeoServer beginning with
     * {@code shape://}, and those of QGIS that mean the same.
     */
    record Mark(
            String name,
            @Nullable FillSymbol fill,
            @Nullable LineSymbol stroke) implements GraphicShape {}

    /** An image from the folder of the style. */
    record Icon(IconImage image) implements GraphicShape {}
}
