package org.diachi.portrayal;

import org.diachi.portrayal.style.Symbol;
import org.diachi.portrayal.style.TextSymbol;

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
 * which the rule is drawn, then {@link #flush}. Fills of one pass that meet leave no crack between them.
 */
public final class Painter {

    /** How far beyond the edges of the picture features must be given for labels, in rendering pixels of 0.28 mm. */
    public static final int LABEL_BUFFER = 200;

    /** Begins a picture in which nothing is. */
    public void begin(View view) {
        throw new UnsupportedOperationException("To come: " + view);
    }

    /**
     * Fills a polygon, strokes its rings, or puts a graphic inside.
     *
     * @param first the part that is its outer ring
     * @param rings how many parts belong to it: the outer ring and its holes
     */
    public void polygon(Symbol symbol, double[] xy, int[] ends, int first, int rings) {
        throw new UnsupportedOperationException("To come: " + symbol);
    }

    /**
     * Strokes lines, or puts a graphic on the middle of each.
     *
     * @param first the first part
     * @param parts how many parts
     */
    public void line(Symbol symbol, double[] xy, int[] ends, int first, int parts) {
        throw new UnsupportedOperationException("To come: " + symbol);
    }

    /** Puts a graphic. */
    public void point(Symbol symbol, double x, double y) {
        throw new UnsupportedOperationException("To come: " + symbol);
    }

    /** Ends a pass: what was collected to be painted at once is painted. */
    public void flush() {
        throw new UnsupportedOperationException("To come");
    }

    /**
     * Wants a label at a point.
     *
     * @param feature decides, where two labels of one priority want the same place, which is kept: the smaller
     */
    public void labelPoint(TextSymbol symbol, String text, long feature, double x, double y) {
        throw new UnsupportedOperationException("To come: " + symbol);
    }

    /** Wants a label along lines, or on the middle of the longest. */
    public void labelLine(TextSymbol symbol, String text, long feature, double[] xy, int[] ends, int first, int parts) {
        throw new UnsupportedOperationException("To come: " + symbol);
    }

    /** Wants a label inside a polygon, or along its outer ring. */
    public void labelPolygon(
            TextSymbol symbol, String text, long feature, double[] xy, int[] ends, int first, int rings) {
        throw new UnsupportedOperationException("To come: " + symbol);
    }

    /**
     * Places the labels and puts a colour behind everything.
     *
     * @param background 0xAARRGGBB, not premultiplied; 0 for a picture that lets through
     */
    public Picture finish(int background) {
        throw new UnsupportedOperationException("To come: " + background);
    }
}
