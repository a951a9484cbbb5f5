/**
 * The rasteriser: polygons and strokes become pixels with exact coverage. Accepts any finite coordinates, in pixels with y
 * downwards; what lies outside of the canvas costs little. Coordinates are snapped to a 256th of a pixel, and coverage is
 * summed in whole numbers, so that a shape has the same pixels wherever the canvas begins. Nothing is allocated for a shape.
 */
@NullMarked
package org.diachi.portrayal.raster;

import org.jspecify.annotations.NullMarked;
