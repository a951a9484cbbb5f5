package org.diachi.plate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/** Draws pixels. */
final class PixelCanvas implements Canvas {

    private final Graphics2D graphics;

    /**
     * @param pixelsPerMillimetre the resolution of the image
     */
    PixelCanvas(BufferedImage image, double pixelsPerMillimetre) {
        graphics = image.createGraphics();
        graphics.scale(pixelsPerMillimetre, pixelsPerMillimetre);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void fill(Shape shape, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.fill(shape);
    }

    @Override
    public void write(Line line, String colour) {
        fill(line.font().outline(line.text(), line.size(), line.x(), line.y()), colour);
    }
}
