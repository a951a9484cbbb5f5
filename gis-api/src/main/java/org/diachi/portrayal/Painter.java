package org.diachi.portrayal;

import java.util.IdentityHashMap;
import java.util.Map;
import org.diachi.portrayal.mark.PatternPaint;
import org.diachi.portrayal.mark.Scale;
import org.diachi.portrayal.mark.Stamp;
import org.diachi.portrayal.raster.Canvas;
import org.diachi.portrayal.raster.Colour;
import org.diachi.portrayal.raster.Paint;
import org.diachi.portrayal.raster.Rasteriser;
import org.diachi.portrayal.raster.SolidPaint;
import org.diachi.portrayal.raster.Stroke;
import org.diachi.portrayal.style.FillSymbol;
import org.diachi.portrayal.style.LineSymbol;
import org.diachi.portrayal.style.PointSymbol;
import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;
import org.diachi.portrayal.text.Labels;
import org.diachi.portrayal.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * Paints features into a picture. Not thread-safe; keeps its arrays, so that one painter serves many pictures one after
 * the other.
 *
 * <p>Coordinates are pixels of the view, x to the right and y downwards, the upper left corner of the picture at (0, 0);
 * they may be anywhere: what is outside costs little. Geometries must not be clipped to the picture if they are stroked
 * with dashes, or labelled. Points of a geometry are in one array, x and y in turn, and its parts (rings, lines) in
 * another that says where each ends: part {@code p} has the points {@code ends[p - 1]} (0 for the first of all) up to,
 * exclusive, {@code ends[p]}. So many geometries can share two arrays. Rings may repeat their first point at the end.
 *
 * <p>For each layer, for each of its {@link org.diachi.portrayal.style.MapStyle#passes passes}: paint the features of
 * which the rule is drawn, then {@link #flush}. Fills of one pass that meet leave no crack between them. Labels may be
 * wanted at any time; they come to lie over everything.
 */
public final class Painter {

    /** How far beyond the edges of the picture features must be given for labels, in rendering pixels of 0.28 mm. */
    public static final int LABEL_BUFFER = Labels.BUFFER;

    private final Canvas canvas = new Canvas();
    private final Rasteriser rasteriser = new Rasteriser();
    private final Labels labels = new Labels();
    private final Map<Symbol, Paint> paints = new IdentityHashMap<>();
    private final Map<Symbol, Stroke> strokes = new IdentityHashMap<>();
    private final Map<Symbol, Stamp> stamps = new IdentityHashMap<>();
    private View view = new View(1, 1, 1, 1, 0, 0);
    private Scale scale = new Scale(1, 1);
    private @Nullable FillSymbol filling;

    /** Begins a picture in which nothing is. */
    public void begin(View newView) {
        view = newView;
        scale = new Scale(view.symbolScale(), 1 / view.metresPerPixel());
        canvas.begin(view.width(), view.height());
        rasteriser.begin(view.width(), view.height());
        labels.begin(view.width(), view.height(), scale);
        filling = null;
        paints.clear();
        strokes.clear();
        stamps.clear();
    }

    /**
     * Fills a polygon, strokes its rings, or puts a graphic inside.
     *
     * @param first the part that is its outer ring
     * @param rings how many parts belong to it: the outer ring and its holes
     */
    public void polygon(Symbol symbol, double[] xy, int[] ends, int first, int rings) {
        if (symbol instanceof FillSymbol fill) {
            if (fill != filling) {
                flush();
                filling = fill;
            }
            rasteriser.addPolygon(xy, ends, first, rings);
        } else if (symbol instanceof LineSymbol line) {
            flush();
            rasteriser.addOutlines(xy, ends, first, rings, stroke(line));
            rasteriser.paint(canvas, paint(line));
        } else if (symbol instanceof PointSymbol) {
            Anchor anchor = Anchor.inside(xy, ends, first, rings);
            point(symbol, anchor.x(), anchor.y());
        }
    }

    /**
     * Strokes lines, or puts a graphic on the middle of each.
     *
     * @param first the first part
     * @param parts how many parts
     */
    public void line(Symbol symbol, double[] xy, int[] ends, int first, int parts) {
        if (symbol instanceof LineSymbol line) {
            flush();
            rasteriser.addLines(xy, ends, first, parts, stroke(line));
            rasteriser.paint(canvas, paint(line));
        } else if (symbol instanceof PointSymbol) {
            for (int part = first; part < first + parts; part++) {
                Anchor anchor = Anchor.middle(xy, begin(ends, part), ends[part]);
                point(symbol, anchor.x(), anchor.y());
            }
        }
    }

    /** Puts a graphic. */
    public void point(Symbol symbol, double x, double y) {
        if (symbol instanceof PointSymbol point) {
            flush();
            stamps.computeIfAbsent(point, key -> new Stamp(point.graphic(), point.unit(), scale))
                    .put(canvas, rasteriser, x, y);
        }
    }

    private Stroke stroke(LineSymbol line) {
        return strokes.computeIfAbsent(line, key -> scale.stroke(line));
    }

    private Paint paint(LineSymbol line) {
        return paints.computeIfAbsent(line, key -> new SolidPaint(Colour.of(line.rgb(), line.opacity()), false));
    }

    private Paint paint(FillSymbol fill) {
        return fill.pattern() == null
                ? new SolidPaint(Colour.of(fill.rgb(), fill.opacity()), true)
                : PatternPaint.of(fill.pattern(), fill.unit(), scale, view.worldX(), view.worldY());
    }

    /** Ends a pass: what was collected to be painted at once is painted. */
    public void flush() {
        if (filling != null && !rasteriser.isEmpty()) {
            FillSymbol fill = filling;
            rasteriser.paint(canvas, paints.computeIfAbsent(fill, key -> paint(fill)));
        }
        filling = null;
    }

    /**
     * Wants a label at a point.
     *
     * @param feature its number, the same in every picture; it decides between two labels of the same priority
     */
    public void labelPoint(TextSymbol symbol, String text, long feature, double x, double y) {
        labels.addAtPoint(symbol, text, feature, x, y, null);
    }

    /** Wants a label along lines, or on the middle of the longest. */
    public void labelLine(TextSymbol symbol, String text, long feature, double[] xy, int[] ends, int first, int parts) {
        int longest = first;
        double length = -1;
        for (int part = first; part < first + parts; part++) {
            if (symbol.placement().alongLine()) {
                labels.addAlong(symbol, text, feature, xy, begin(ends, part), ends[part]);
            } else if (Anchor.length(xy, begin(ends, part), ends[part]) > length) {
                length = Anchor.length(xy, begin(ends, part), ends[part]);
                longest = part;
            }
        }
        if (!symbol.placement().alongLine()) {
            Anchor anchor = Anchor.middle(xy, begin(ends, longest), ends[longest]);
            labels.addAtPoint(symbol, text, feature, anchor.x(), anchor.y(), null);
        }
    }

    private static int begin(int[] ends, int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** Wants a label inside a polygon, or along its outer ring. */
    public void labelPolygon(
            TextSymbol symbol, String text, long feature, double[] xy, int[] ends, int first, int rings) {
        if (symbol.placement().alongLine()) {
            labels.addAlong(symbol, text, feature, xy, begin(ends, first), ends[first]);
        } else {
            Anchor anchor = Anchor.inside(xy, ends, first, rings);
            labels.addAtPoint(
                    symbol,
                    text,
                    feature,
                    anchor.x(),
                    anchor.y(),
                    (left, top, right, bottom) -> Anchor.share(xy, ends, first, rings, left, top, right, bottom));
        }
    }

    /** Writes a line that is always seen. */
    void text(TextLine line, double x, double y, int rgb) {
        flush();
        line.draw(canvas, rasteriser, x, y, rgb);
    }

    /**
     * Places the labels and puts a colour behind everything.
     *
     * @param background 0xAARRGGBB, not premultiplied; 0 for a picture that lets through
     */
    public Picture finish(int background) {
        flush();
        labels.draw(canvas, rasteriser);
        boolean opaque = canvas.finish(background);
        return new Picture(view.width(), view.height(), canvas.pixels(), opaque);
    }
}
