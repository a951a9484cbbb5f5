package org.diachi.portrayal.raster;

/**
 * Adds shapes and paints what they cover together. Not thread-safe; keeps its arrays.
 *
 * <p>Coordinates are pixels, x and y in turn; part {@code p} of a geometry has the points {@code ends[p - 1]} (0 for the
 * first of all) up to, exclusive, {@code ends[p]}. What is not finite must not come here.
 */
public final class Rasteriser {

    private final Coverage coverage = new Coverage();
    private final Stroker stroker = new Stroker(coverage);
    private int width;
    private int height;

    /** Begins with nothing, for a canvas of a size. */
    public void begin(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        coverage.begin(newWidth, newHeight);
        stroker.begin(newWidth, newHeight);
    }

    /**
     * Adds a polygon: an outer ring and its holes, of any direction. Polygons that are added before they are painted leave
     * no crack where they meet.
     *
     * @param first the part that is the outer ring
     * @param rings the outer ring and its holes
     */
    public void addPolygon(double[] xy, int[] ends, int first, int rings) {
        int from = first == 0 ? 0 : ends[first - 1];
        if (isOutside(xy, from, ends[first])) {
            return;
        }
        for (int ring = first; ring < first + rings; ring++) {
            addRing(xy, from, ends[ring], ring == first ? 1 : -1);
            from = ends[ring];
        }
    }

    private boolean isOutside(double[] xy, int from, int to) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 2 * from; i < 2 * to; i += 2) {
            left = Math.min(left, xy[i]);
            right = Math.max(right, xy[i]);
            top = Math.min(top, xy[i + 1]);
            bottom = Math.max(bottom, xy[i + 1]);
        }
        return !(right > 0 && left < width && bottom > 0 && top < height);
    }

    private void addRing(double[] xy, int from, int to, int direction) {
        if (to - from > 2) {
            addEdges(xy, from, to, isLeftTurning(xy, from, to) ? -direction : direction);
        }
    }

    private void addEdges(double[] xy, int from, int to, int sign) {
        long beforeX = Coverage.snap(xy[2 * to - 2]);
        long beforeY = Coverage.snap(xy[2 * to - 1]);
        for (int i = 2 * from; i < 2 * to; i += 2) {
            long x = Coverage.snap(xy[i]);
            long y = Coverage.snap(xy[i + 1]);
            coverage.edge(beforeX, beforeY, x, y, sign);
            beforeX = x;
            beforeY = y;
        }
    }

    /** Of which sign its area is, by the shoelace formula about its first point. */
    private static boolean isLeftTurning(double[] xy, int from, int to) {
        double originX = xy[2 * from];
        double originY = xy[2 * from + 1];
        double twice = 0;
        double beforeX = 0;
        double beforeY = 0;
        for (int i = 2 * from + 2; i < 2 * to; i += 2) {
            double x = xy[i] - originX;
            double y = xy[i + 1] - originY;
            twice += beforeX * y - x * beforeY;
            beforeX = x;
            beforeY = y;
        }
        return twice < 0;
    }

    /** Adds the stroke of lines. */
    public void addLines(double[] xy, int[] ends, int first, int lines, Stroke stroke) {
        int from = first == 0 ? 0 : ends[first - 1];
        for (int line = first; line < first + lines; line++) {
            stroker.add(xy, from, ends[line], stroke, false);
            from = ends[line];
        }
    }

    /** Adds the stroke of a polygon's rings; an offset is outwards, whatever their direction. */
    public void addOutlines(double[] xy, int[] ends, int first, int rings, Stroke stroke) {
        int from = first == 0 ? 0 : ends[first - 1];
        for (int ring = first; ring < first + rings; ring++) {
            Stroke drawn = stroke;
            if (stroke.offset() != 0 && isLeftTurning(xy, from, ends[ring]) == (ring == first)) {
                drawn = stroke.mirrored();
            }
            stroker.add(xy, from, ends[ring], drawn, true);
            from = ends[ring];
        }
    }

    /** Adds rings as they are: those that turn one way are areas, those that turn the other way holes in them. */
    public void addFigure(double[] xy, int[] ends) {
        int from = 0;
        for (int end : ends) {
            addEdges(xy, from, end, 1);
            from = end;
        }
    }

    /** Adds the stroke of rings. */
    public void addLoops(double[] xy, int[] ends, Stroke stroke) {
        int from = 0;
        for (int end : ends) {
            stroker.add(xy, from, end, stroke, true);
            from = end;
        }
    }

    /** Whether nothing is to be painted. */
    public boolean isEmpty() {
        return coverage.isEmpty();
    }

    /** Paints all that was added, and begins anew. */
    public void paint(Canvas canvas, Paint paint) {
        coverage.paint(canvas, paint);
    }
}
