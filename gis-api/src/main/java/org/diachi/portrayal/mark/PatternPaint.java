package org.diachi.portrayal.mark;

import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Colour;
import org.diachi.portrayal.raster.HatchPaint;
import org.diachi.portrayal.raster.Paint;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.raster.TilePaint;
import org.diachi.portrayal.style.Graphic;
import org.diachi.portrayal.style.GraphicShape;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.Pattern;
import org.diachi.portrayal.style.Unit;

/**
 * Makes paints of patterns. Marks that are lines become hatches, exact at any angle; all other graphics become tiles of
 * whole pixels.
 */
public final class PatternPaint {

    /** Tiles are no larger than this in either direction, whatever a style asks for. */
    private static final int GREATEST_TILE = 1024;

    private PatternPaint() {}

    /**
     * A paint for a view.
     *
     * @param worldX where the canvas begins in the endless picture, so that patterns meet at its edges
     */
    public static Paint of(Pattern pattern, Unit unit, Scale scale, double worldX, double worldY) {
        Graphic graphic = pattern.graphic();
        if (graphic.shape() instanceof GraphicShape.Mark mark && mark.stroke() != null) {
            double[] angles = angles(MarkShape.plain(mark.name()));
            if (angles.length > 0) {
                return hatch(pattern, angles, mark.stroke(), unit, scale, worldX, worldY);
            }
        }
        return tile(pattern, unit, scale, worldX, worldY);
    }

    /** The directions of a mark that is made of lines; none for other marks. */
    private static double[] angles(String name) {
        return switch (name) {
            case "horline" -> new double[] {0};
            case "vertline", "line" -> new double[] {Math.PI / 2};
            case "slash" -> new double[] {-Math.PI / 4};
            case "backslash" -> new double[] {Math.PI / 4};
            case "plus" -> new double[] {0, Math.PI / 2};
            case "times", "cross2" -> new double[] {Math.PI / 4, -Math.PI / 4};
            default -> new double[0];
        };
    }

    private static Paint hatch(
            Pattern pattern, double[] angles, LineSymbol line, Unit unit, Scale scale, double worldX, double worldY) {
        Graphic graphic = pattern.graphic();
        double spacing = scale.pixels(graphic.size() + Math.max(pattern.marginX(), pattern.marginY()), unit);
        // The diagonals of squares that lie side by side are nearer to each other than their sides.
        if (Math.abs(angles[0]) == Math.PI / 4) {
            spacing *= Math.sqrt(0.5);
        }
        for (int i = 0; i < angles.length; i++) {
            angles[i] += Math.toRadians(graphic.rotation());
        }
        int colour = Colour.of(line.rgb(), line.opacity() * graphic.opacity());
        double width = scale.pixels(line.width(), line.unit());
        return new HatchPaint(colour, Math.max(1, spacing), width, worldX, worldY, angles);
    }

    private static Paint tile(Pattern pattern, Unit unit, Scale scale, double worldX, double worldY) {
        Graphic graphic = pattern.graphic();
        int width = side(scale.pixels(graphic.size() + pattern.marginX(), unit));
        int height = side(scale.pixels(graphic.size() + pattern.marginY(), unit));
        Canvas canvas = new Canvas();
        canvas.begin(width, height);
        Rasteriser rasteriser = new Rasteriser();
        rasteriser.begin(width, height);
        new Stamp(graphic, unit, scale).put(canvas, rasteriser, width / 2.0, height / 2.0);
        return new TilePaint(canvas.pixels(), width, worldX, worldY);
    }

    private static int side(double pixels) {
        return (int) Math.min(GREATEST_TILE, Math.max(1, Math.round(pixels)));
    }
}
