package org.diachi.portrayal.mark;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Colour;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.raster.SolidPaint;
import org.diachi.portrayal.raster.Stroke;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.Graphic;
import org.diachi.portrayal.style.GraphicShape;
import org.diachi.portrayal.style.IconImage;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.StyleException;
import org.diachi.portrayal.style.Unit;
import org.jspecify.annotations.Nullable;

/** A graphic of a size, ready to be put at points. */
public final class Stamp {

    private final double offsetX;
    private final double offsetY;
    private @Nullable MarkDrawing mark;
    private int @Nullable [] icon;
    private int iconWidth;

    /** A mark with its points in pixels about the point it is put at. */
    private record MarkDrawing(
            double[] xy,
            int[] ends,
            boolean closed,
            @Nullable SolidPaint fill,
            @Nullable SolidPaint line,
            @Nullable Stroke stroke) {}

    /**
     * A graphic.
     *
     * @param unit of the symbol that it belongs to
     * @throws StyleException if there is no such mark
     */
    public Stamp(Graphic graphic, Unit unit, Scale scale) {
        double size = scale.pixels(graphic.size(), unit);
        if (graphic.shape() instanceof GraphicShape.Mark shape) {
            mark = drawing(shape, graphic, size, scale);
            offsetX = scale.pixels(graphic.offsetX(), unit) + (0.5 - graphic.anchorX()) * size;
            offsetY = -scale.pixels(graphic.offsetY(), unit) - (0.5 - graphic.anchorY()) * size;
        } else {
            GraphicShape.Icon shape = (GraphicShape.Icon) graphic.shape();
            drawIcon(shape.image(), size, graphic);
            offsetX = scale.pixels(graphic.offsetX(), unit) + (0.5 - graphic.anchorX()) * iconWidth;
            offsetY = -scale.pixels(graphic.offsetY(), unit) - (0.5 - graphic.anchorY()) * size;
        }
    }

    private static MarkDrawing drawing(GraphicShape.Mark mark, Graphic graphic, double size, Scale scale) {
        MarkShape shape = MarkShape.find(mark.name())
                .orElseThrow(() -> new StyleException("There is no mark with the name '" + mark.name() + "'"));
        double angle = Math.toRadians(graphic.rotation());
        double[] xy = new double[shape.xy().length];
        for (int i = 0; i < xy.length; i += 2) {
            double x = shape.xy()[i] * size;
            double y = shape.xy()[i + 1] * size;
            xy[i] = x * Math.cos(angle) - y * Math.sin(angle);
            xy[i + 1] = x * Math.sin(angle) + y * Math.cos(angle);
        }
        FillSymbol fill = mark.fill();
        LineSymbol line = mark.stroke();
        return new MarkDrawing(
                xy,
                shape.ends(),
                shape.closed(),
                fill == null || !shape.closed()
                        ? null
                        : new SolidPaint(Colour.of(fill.rgb(), fill.opacity() * graphic.opacity()), false),
                line == null ? null : new SolidPaint(Colour.of(line.rgb(), line.opacity() * graphic.opacity()), false),
                line == null ? null : scale.stroke(line));
    }

    private void drawIcon(IconImage image, double size, Graphic graphic) {
        int height = Math.max(1, (int) Math.round(size));
        IconImage.Pixels pixels = image.draw(height);
        int[] argb = pixels.argb().clone();
        iconWidth = pixels.width();
        if (graphic.opacity() < 1) {
            int factor = (int) Math.round(255 * graphic.opacity());
            for (int i = 0; i < argb.length; i++) {
                argb[i] = Colour.times(argb[i], factor);
            }
        }
        icon = graphic.rotation() % 360 == 0 ? argb : rotated(argb, height, Math.toRadians(graphic.rotation()));
    }

    private int[] rotated(int[] argb, int height, double angle) {
        BufferedImage upright = new BufferedImage(iconWidth, height, BufferedImage.TYPE_INT_ARGB_PRE);
        upright.setRGB(0, 0, 1, 1, new int[1], 0, 1);
        System.arraycopy(argb, 0, ((DataBufferInt) upright.getRaster().getDataBuffer()).getData(), 0, argb.length);
        int side = (int) Math.ceil(Math.hypot(iconWidth, height));
        AffineTransform turn = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        turn.rotate(angle);
        turn.translate(-iconWidth / 2.0, -height / 2.0);
        BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR).filter(upright, turned);
        iconWidth = side;
        return ((DataBufferInt) turned.getRaster().getDataBuffer()).getData();
    }

    /** Puts the graphic at a point. Nothing may wait in the rasteriser to be painted. */
    public void put(Canvas canvas, Rasteriser rasteriser, double pointX, double pointY) {
        double x = pointX + offsetX;
        double y = pointY + offsetY;
        if (icon != null) {
            int height = icon.length / iconWidth;
            canvas.draw(icon, iconWidth, (int) Math.floor(x - iconWidth / 2.0 + 0.5), (int)
                    Math.floor(y - height / 2.0 + 0.5));
        } else if (mark != null) {
            putMark(mark, canvas, rasteriser, x, y);
        }
    }

    private static void putMark(MarkDrawing mark, Canvas canvas, Rasteriser rasteriser, double x, double y) {
        double[] xy = mark.xy().clone();
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] += x;
            xy[i + 1] += y;
        }
        int[] ends = mark.ends();
        if (mark.fill() != null) {
            rasteriser.addPolygon(xy, ends, 0, ends.length);
            rasteriser.paint(canvas, mark.fill());
        }
        if (mark.line() != null && mark.stroke() != null) {
            if (mark.closed()) {
                rasteriser.addOutlines(xy, ends, 0, ends.length, mark.stroke());
            } else {
                rasteriser.addLines(xy, ends, 0, ends.length, mark.stroke());
            }
            rasteriser.paint(canvas, mark.line());
        }
    }
}
