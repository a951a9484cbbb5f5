package org.diachi.portrayal;

/**
 * The picture that is wanted.
 *
 * @param width in pixels
 * @param height in pixels
 * @param symbolScale how many pixels a standardised rendering pixel of 0.28 mm is: dots per inch / 90.714
 * @param metresPerPixel on the ground, for symbols whose sizes are metres
 * @param worldX where the left edge is in the endless picture of this scale, in pixels: patterns begin at its origin, so
 *     that they meet at the edges of tiles
 * @param worldY where the upper edge is, in pixels, downwards
 */
public record View(int width, int height, double symbolScale, double metresPerPixel, double worldX, double worldY) {

    public View {
        if (width < 1 || height < 1 || !(symbolScale > 0) || !(metresPerPixel > 0)) {
            throw new IllegalArgumentException("No picture: " + width + " x " + height);
        }
    }
}
