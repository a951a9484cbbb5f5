package org.diachi.portrayal.raster;

/** A small picture repeated without end. */
public final class TilePaint implements Paint {

    private final int[] tile;
    private final int width;
    private final int height;
    private final int left;
    private final int top;

    /**
     * A picture.
     *
     * @param tile premultiplied, row by row
     * @param worldX of the canvas: one of the pictures begins at 0
     * @param worldY of the canvas
     */
    public TilePaint(int[] tile, int width, double worldX, double worldY) {
        this.tile = tile;
        this.width = width;
        this.height = tile.length / width;
        this.left = (int) Math.floorMod(Math.round(worldX), (long) width);
        this.top = (int) Math.floorMod(Math.round(worldY), (long) height);
    }

    @Override
    public void span(Canvas canvas, int y, int from, int to, int coverage) {
        int[] pixels = canvas.pixels();
        int row = y * canvas.width();
        int line = (y + top) % height * width;
        for (int x = from; x < to; x++) {
            int above = tile[line + (x + left) % width];
            if (above != 0) {
                pixels[row + x] = Colour.over(Colour.times(above, coverage), pixels[row + x]);
            }
        }
    }
}
