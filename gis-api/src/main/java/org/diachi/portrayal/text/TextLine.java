package org.diachi.portrayal.text;

import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Colour;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.raster.SolidPaint;

/**
 * A line of text that belongs to no feature, such as the title of a legend.
 *
 * @param text as it is to be written
 * @param size of the letters in pixels
 */
public record TextLine(String text, double size) {

    public TextLine {
        text = Face.written(text).replaceAll("\\R", " ");
    }

    /** In pixels. */
    public double width() {
        return Face.REGULAR.width(text) * size;
    }

    /**
     * Draws it.
     *
     * @param x where it begins
     * @param y the middle of capital letters
     */
    public void draw(Canvas canvas, Rasteriser rasteriser, double x, double y, int rgb) {
        double at = x;
        double base = y + TextBlock.BASE_LINE * size;
        for (int character : text.codePoints().toArray()) {
            Face.Glyph glyph = Face.REGULAR.glyph(character);
            double[] xy = glyph.xy().clone();
            for (int i = 0; i < xy.length; i += 2) {
                xy[i] = at + size * xy[i];
                xy[i + 1] = base + size * xy[i + 1];
            }
            rasteriser.addFigure(xy, glyph.ends());
            at += size * glyph.advance();
        }
        rasteriser.paint(canvas, new SolidPaint(Colour.of(rgb, 1), false));
    }
}
