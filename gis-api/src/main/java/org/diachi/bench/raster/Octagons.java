package org.diachi.bench.raster;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Colour;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.raster.SolidPaint;
import org.diachi.portrayal.raster.Stroke;

/** Five thousand octagons on one tile, as the buildings of a town on a small scale; drawn by us and by Java2D. */
final class Octagons {

    static final int SIDE = 256;
    static final int COUNT = 5_000;
    private static final int FILL = 0xd2beaa;
    private static final int OUTLINE = 0x785a46;
    private static final int CORNERS = 8;
    private static final int[] ENDS = {CORNERS};

    private final List<double[]> shapes = new ArrayList<>();
    private final List<Path2D> paths = new ArrayList<>();
    private final Canvas canvas = new Canvas();
    private final Rasteriser rasteriser = new Rasteriser();
    private final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);

    Octagons() {
        Random random = new Random(7);
        for (int i = 0; i < COUNT; i++) {
            double x = random.nextDouble() * SIDE;
            double y = random.nextDouble() * SIDE;
            double radius = 1 + random.nextDouble() * 6;
            double[] xy = new double[2 * CORNERS];
            Path2D path = new Path2D.Double();
            for (int k = 0; k < CORNERS; k++) {
                xy[2 * k] = x + radius * Math.cos(k * 2 * Math.PI / CORNERS);
                xy[2 * k + 1] = y + radius * Math.sin(k * 2 * Math.PI / CORNERS);
                if (k == 0) {
                    path.moveTo(xy[0], xy[1]);
                } else {
                    path.lineTo(xy[2 * k], xy[2 * k + 1]);
                }
            }
            path.closePath();
            shapes.add(xy);
            paths.add(path);
        }
    }

    /** Draws them with our rasteriser. */
    int[] draw(boolean outlines) {
        SolidPaint fill = new SolidPaint(Colour.of(FILL, 1), true);
        canvas.begin(SIDE, SIDE);
        rasteriser.begin(SIDE, SIDE);
        for (double[] xy : shapes) {
            rasteriser.addPolygon(xy, ENDS, 0, 1);
        }
        rasteriser.paint(canvas, fill);
        if (outlines) {
            SolidPaint outline = new SolidPaint(Colour.of(OUTLINE, 1), false);
            Stroke stroke = Stroke.of(1);
            for (double[] xy : shapes) {
                rasteriser.addOutlines(xy, ENDS, 0, 1, stroke);
                rasteriser.paint(canvas, outline);
            }
        }
        canvas.finish(0xffffffff);
        return canvas.pixels();
    }

    /** Draws them with Java2D, as smoothly. */
    BufferedImage drawByJava2d(boolean outlines) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(new Color(FILL));
        for (Path2D path : paths) {
            graphics.fill(path);
        }
        if (outlines) {
            graphics.setColor(new Color(OUTLINE));
            graphics.setStroke(new BasicStroke(1));
            for (Path2D path : paths) {
                graphics.draw(path);
            }
        }
        graphics.dispose();
        return image;
    }
}
