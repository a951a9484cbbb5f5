package org.diachi.portrayal.text;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.diachi.portrayal.mark.Scale;
import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Colour;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.raster.SolidPaint;
import org.diachi.portrayal.raster.Stroke;
import org.diachi.portrayal.style.TextSymbol;

/** Draws labels. Upright ones are kept as pixels, since they come again in the next tile. */
final class LabelPainter {

    private static final int MOST_KEPT = 4_000;

    private final Canvas spriteCanvas = new Canvas();
    private final Rasteriser spriteRasteriser = new Rasteriser();
    private final Map<TextSymbol, Map<String, Sprite>> sprites = new IdentityHashMap<>();
    private Scale spriteScale = new Scale(1, 1);
    private int kept;

    /** Pixels of a label, and where the middle of its block is in them. */
    private record Sprite(int[] argb, int width, int middleX, int middleY) {}

    void draw(Label label, Scale scale, Canvas canvas, Rasteriser rasteriser) {
        if (label.track() == null && label.angle() == 0) {
            Sprite sprite = sprite(label, scale);
            canvas.draw(
                    sprite.argb,
                    sprite.width,
                    (int) Math.floor(label.x() + 0.5) - sprite.middleX,
                    (int) Math.floor(label.y() + 0.5) - sprite.middleY);
        } else {
            paint(label, scale, canvas, rasteriser, label.x(), label.y());
        }
    }

    private Sprite sprite(Label label, Scale scale) {
        if (kept >= MOST_KEPT || !scale.equals(spriteScale)) {
            sprites.clear();
            kept = 0;
            spriteScale = scale;
        }
        Map<String, Sprite> ofSymbol = sprites.computeIfAbsent(label.symbol(), symbol -> new HashMap<>());
        return ofSymbol.computeIfAbsent(label.text(), text -> {
            kept++;
            return newSprite(label, scale);
        });
    }

    private Sprite newSprite(Label label, Scale scale) {
        TextSymbol.Halo halo = label.symbol().halo();
        double rim = halo == null
                ? 1
                : 1 + scale.pixels(halo.radius(), label.symbol().unit());
        // Letters lean out of their block, and marks above and below capitals may leave it.
        int middleX =
                (int) Math.ceil(label.block().width() / 2 + rim + label.block().size() * 0.3);
        int middleY =
                (int) Math.ceil(label.block().height() / 2 + rim + label.block().size() * 0.3);
        spriteCanvas.begin(2 * middleX, 2 * middleY);
        spriteRasteriser.begin(2 * middleX, 2 * middleY);
        paint(label, scale, spriteCanvas, spriteRasteriser, middleX, middleY);
        return new Sprite(spriteCanvas.pixels().clone(), 2 * middleX, middleX, middleY);
    }

    private static void paint(Label label, Scale scale, Canvas canvas, Rasteriser rasteriser, double x, double y) {
        TextSymbol symbol = label.symbol();
        TextSymbol.Halo halo = symbol.halo();
        if (halo != null && halo.radius() > 0) {
            double width = 2 * scale.pixels(halo.radius(), symbol.unit());
            Stroke rim = new Stroke(width, Stroke.Join.ROUND, Stroke.Cap.ROUND, new double[0], 0, 0);
            forEachGlyph(label, x, y, (xy, ends) -> {
                rasteriser.addFigure(xy, ends);
                rasteriser.addLoops(xy, ends, rim);
            });
            rasteriser.paint(canvas, new SolidPaint(Colour.of(halo.rgb(), halo.opacity()), false));
        }
        forEachGlyph(label, x, y, rasteriser::addFigure);
        rasteriser.paint(canvas, new SolidPaint(Colour.of(symbol.rgb(), symbol.opacity()), false));
    }

    @FunctionalInterface
    private interface Figure {
        void add(double[] xy, int[] ends);
    }

    private static void forEachGlyph(Label label, double x, double y, Figure figure) {
        TextBlock block = label.block();
        List<String> lines = block.lines();
        double[] track = label.track();
        int letter = 0;
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            double along = block.lineX(line);
            double base = block.lineY(line);
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                Face.Glyph glyph = block.face().glyph(text.codePointAt(i));
                double angle = track == null ? label.angle() : track[3 * letter + 2];
                double glyphX = x + along * Math.cos(angle) - base * Math.sin(angle);
                double glyphY = y + along * Math.sin(angle) + base * Math.cos(angle);
                if (track != null) {
                    glyphX = track[3 * letter];
                    glyphY = track[3 * letter + 1];
                }
                if (glyph.ends().length > 0) {
                    figure.add(placed(glyph, block, glyphX, glyphY, angle), glyph.ends());
                }
                along += glyph.advance() * block.size();
                letter++;
            }
        }
    }

    private static double[] placed(Face.Glyph glyph, TextBlock block, double x, double y, double angle) {
        double cosine = block.size() * Math.cos(angle);
        double sine = block.size() * Math.sin(angle);
        double[] xy = new double[glyph.xy().length];
        for (int i = 0; i < xy.length; i += 2) {
            double right = glyph.xy()[i] - block.slant() * glyph.xy()[i + 1];
            double down = glyph.xy()[i + 1];
            xy[i] = x + right * cosine - down * sine;
            xy[i + 1] = y + right * sine + down * cosine;
        }
        return xy;
    }
}
