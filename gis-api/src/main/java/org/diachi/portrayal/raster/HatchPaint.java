package org.diachi.portrayal.raster;

/**
 * Parallel lines over an area, in one direction or several. They are computed at each pixel, so that they run on over the
 * edges of tiles at any angle.
 */
public final class HatchPaint implements Paint {

    private final int colour;
    private final double spacing;
    private final double halfWidth;
    private final double worldX;
    private final double worldY;
    private final double[] normalX;
    private final double[] normalY;

    /**
     * Lines.
     *
     * @param colour premultiplied
     * @param spacing from the middle of one line to that of the next
     * @param width of a line
     * @param worldX of the canvas
     * @param worldY of the canvas: the middle of a line runs through half a spacing from the origin of the world
     * @param angles of the lines from the x axis, clockwise, in radians
     */
    public HatchPaint(int colour, double spacing, double width, double worldX, double worldY, double... angles) {
        this.colour = colour;
        this.spacing = spacing;
        this.halfWidth = width / 2;
        this.worldX = worldX;
        this.worldY = worldY;
        this.normalX = new double[angles.length];
        this.normalY = new double[angles.length];
        for (int i = 0; i < angles.length; i++) {
            normalX[i] = -Math.sin(angles[i]);
            normalY[i] = Math.cos(angles[i]);
        }
    }

    @Override
    public void span(Canvas canvas, int y, int from, int to, int coverage) {
        int[] pixels = canvas.pixels();
        int row = y * canvas.width();
        for (int x = from; x < to; x++) {
            double covered = 0;
            for (int i = 0; i < normalX.length; i++) {
                double distance = (worldX + x + 0.5) * normalX[i] + (worldY + y + 0.5) * normalY[i];
                covered = Math.max(covered, covered(distance / spacing));
            }
            if (covered > 0) {
                int part = Colour.times(colour, (int) (covered * coverage + 0.5));
                pixels[row + x] = Colour.over(part, pixels[row + x]);
            }
        }
    }

    /** How much of a pixel a line covers, the pixel taken as wide in all directions. */
    private double covered(double spacings) {
        double fromMiddle = Math.abs(spacings - Math.floor(spacings) - 0.5) * spacing;
        double left = Math.max(fromMiddle - 0.5, -halfWidth);
        double right = Math.min(fromMiddle + 0.5, halfWidth);
        return Math.max(0, right - left);
    }
}
