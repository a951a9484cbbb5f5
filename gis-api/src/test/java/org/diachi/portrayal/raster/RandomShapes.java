package org.diachi.portrayal.raster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Star-shaped polygons of random places, sizes and colours, the same for the same seed. */
record RandomShapes(List<Shape> shapes) {

    static final int SIDE = 256;

    record Shape(double[] xy, int rgb) {

        int[] ends() {
            return new int[] {xy.length / 2};
        }

        Path2D path(boolean closed) {
            Path2D path = new Path2D.Double();
            path.moveTo(xy[0], xy[1]);
            for (int i = 2; i < xy.length; i += 2) {
                path.lineTo(xy[i], xy[i + 1]);
            }
            if (closed) {
                path.closePath();
            }
            return path;
        }
    }

    static RandomShapes of(long seed, int count, double side) {
        Random random = new Random(seed);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int points = 3 + random.nextInt(9);
            double x = random.nextDouble() * (side + 40) - 20;
            double y = random.nextDouble() * (side + 40) - 20;
            double radius = 2 + random.nextDouble() * 30;
            double[] xy = new double[2 * points];
            for (int k = 0; k < points; k++) {
                double angle = 2 * Math.PI * k / points;
                double distance = radius * (0.6 + 0.4 * random.nextDouble());
                xy[2 * k] = x + distance * Math.cos(angle);
                xy[2 * k + 1] = y + distance * Math.sin(angle);
            }
            shapes.add(new Shape(xy, random.nextInt(0x1000000)));
        }
        return new RandomShapes(shapes);
    }

    /** What Java2D makes of them on white. */
    int[] byJava2d(boolean fill, java.awt.Stroke stroke, boolean closed) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(stroke);
        for (Shape shape : shapes) {
            graphics.setColor(new Color(shape.rgb));
            if (fill) {
                graphics.fill(shape.path(true));
            } else {
                graphics.draw(shape.path(closed));
            }
        }
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** What we make of them on white. */
    int[] byUs(boolean fill, Stroke stroke, boolean closed) {
        Canvas canvas = new Canvas();
        canvas.begin(SIDE, SIDE);
        Arrays.fill(canvas.pixels(), 0xffffffff);
        Rasteriser rasteriser = new Rasteriser();
        rasteriser.begin(SIDE, SIDE);
        for (Shape shape : shapes) {
            if (fill) {
                rasteriser.addPolygon(shape.xy, shape.ends(), 0, 1);
            } else if (closed) {
                rasteriser.addOutlines(shape.xy, shape.ends(), 0, 1, stroke);
            } else {
                rasteriser.addLines(shape.xy, shape.ends(), 0, 1, stroke);
            }
            rasteriser.paint(canvas, new SolidPaint(Colour.of(shape.rgb, 1), fill));
        }
        return canvas.pixels();
    }

    /** The mean difference of red, green and blue. */
    static double meanDifference(int[] one, int[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((one[i] >> shift & 255) - (other[i] >> shift & 255));
            }
        }
        return sum / (3.0 * one.length);
    }
}
