package org.diachi.portrayal.style;

/**
 * A picture of a point.
 *
 * @param shape what it shows
 * @param size its height in the symbol's unit
 * @param rotation clockwise, in degrees
 * @param opacity 0 to 1, beside that of the mark's own fill and stroke
 * @param anchorX the part of the width that is left of the point: 0.5 is the middle
 * @param anchorY the part of the height that is below the point
 * @param offsetX how far it is moved to the right, in the symbol's unit
 * @param offsetY how far it is moved upwards, in the symbol's unit
 */
public record Graphic(
        GraphicShape shape,
        double size,
        double rotation,
        double opacity,
        double anchorX,
        double anchorY,
        double offsetX,
        double offsetY) {}
