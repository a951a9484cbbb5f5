package org.diachi.wms.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.diachi.pack.Days;
import org.diachi.pack.PackState;
import org.diachi.pack.file.IntList;
import org.diachi.pack.file.Levels;
import org.diachi.pack.file.Scratch;
import org.diachi.pack.grid.Box;
import org.diachi.pack.grid.Grid;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.pack.grid.ShapeKind;
import org.diachi.value.CoordinateOutOfRangeException;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.geotools.api.filter.Filter;

/** What is at a pixel of a map: polygons around its middle, lines and points no more than some pixels away. Thread-safe. */
public final class MapHits {

    /** How far, in pixels of 0.28 mm, lines and points are hit from. */
    static final double REACH = 4;

    private final StyleClasses classes = new StyleClasses();

    /** A row of a layer. */
    public record Hit(PackState state, int row) {}

    /**
     * The rows of a layer at a pixel that are drawn at the frame's scale, the topmost first.
     *
     * @param i the pixel from the left, counted from 0
     * @param j the pixel from above
     * @param most of them
     */
    public List<Hit> at(MapLayer layer, MapFrame frame, Days days, int i, int j, int most) {
        double[] place = {
            frame.box().getMinX() + (i + 0.5) * frame.unitsPerPixelX(),
            frame.box().getMaxY() - (j + 0.5) * frame.unitsPerPixelY(),
            frame.box().getMinX() + (i + 1.5) * frame.unitsPerPixelX(),
            frame.box().getMaxY() - (j + 0.5) * frame.unitsPerPixelY()
        };
        try {
            CrsTransform.between(frame.crs(), Crs.of(Screen.WEB_MERCATOR)).apply(place, 2);
        } catch (CoordinateOutOfRangeException e) {
            // A pixel that is nowhere on earth has nothing on it.
            return List.of();
        }
        double stepsPerPixel = Math.hypot(place[2] - place[0], place[3] - place[1]) * Grid.STEPS_PER_METRE;
        double reach = REACH * frame.symbolScale() * stepsPerPixel;
        return at(layer, frame, days, new Place(Grid.x(place[0]), Grid.y(place[1]), reach), most);
    }

    /** A place on the grid and how far from it lines and points are hit. */
    private record Place(int x, int y, double reach) {

        Box box() {
            int spare = (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(reach));
            return new Box(less(x, spare), less(y, spare), -less(-x, spare), -less(-y, spare));
        }

        private static int less(int from, int by) {
            return (int) Math.max(Integer.MIN_VALUE + 1L, (long) from - by);
        }
    }

    private List<Hit> at(MapLayer layer, MapFrame frame, Days days, Place place, int most) {
        IntList found = new IntList(16);
        layer.state().query(place.box(), days, found);
        if (found.size() == 0) {
            return List.of();
        }
        StyleClasses.RowClasses rows = classes.of(layer);
        ShapeCode code = new ShapeCode();
        Scratch scratch = new Scratch();
        List<Hit> hits = new ArrayList<>();
        for (int n = 0; n < found.size(); n++) {
            int row = found.get(n);
            BitSet matching = rows.classes().matching(rows.of(layer.state(), row));
            boolean isDrawn =
                    !layer.style().drawn(matching, frame.scaleDenominator()).isEmpty();
            if (isDrawn
                    && (layer.filter() == Filter.INCLUDE
                            || layer.filter().evaluate(LayerDrawing.attributes(layer.state(), row)))
                    && layer.state().read(row, Levels.of(Grid.FULL_ZOOM), code, scratch)
                    && isHit(code, place)) {
                hits.add(new Hit(layer.state(), row));
            }
        }
        Collections.reverse(hits);
        return hits.size() > most ? hits.subList(0, most) : hits;
    }

    private static boolean isHit(ShapeCode code, Place place) {
        boolean isInside = false;
        int start = 0;
        for (int part = 0; part < code.parts(); part++) {
            int end = code.ends()[part];
            if (code.kind() == ShapeKind.POLYGON) {
                isInside ^= isInside(code.xy(), start, end, place);
            } else if (isNear(code, start, end, place)) {
                return true;
            }
            start = end;
        }
        return isInside;
    }

    /** By the number of edges that a ray to the right crosses. */
    private static boolean isInside(int[] xy, int start, int end, Place place) {
        boolean isInside = false;
        for (int i = start, last = end - 1; i < end; last = i++) {
            double y = xy[2 * i + 1];
            double lastY = xy[2 * last + 1];
            if (y > place.y() != lastY > place.y()) {
                double across = xy[2 * i] + (place.y() - y) / (lastY - y) * ((double) xy[2 * last] - xy[2 * i]);
                isInside ^= place.x() < across;
            }
        }
        return isInside;
    }

    private static boolean isNear(ShapeCode code, int start, int end, Place place) {
        int first = code.kind() == ShapeKind.LINE ? start + 1 : start;
        for (int i = first; i < end; i++) {
            int from = code.kind() == ShapeKind.LINE ? i - 1 : i;
            if (distance(code.xy(), from, i, place) <= place.reach()) {
                return true;
            }
        }
        return false;
    }

    private static double distance(int[] xy, int a, int b, Place place) {
        double dx = (double) xy[2 * b] - xy[2 * a];
        double dy = (double) xy[2 * b + 1] - xy[2 * a + 1];
        double px = (double) place.x() - xy[2 * a];
        double py = (double) place.y() - xy[2 * a + 1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
        return Math.hypot(px - along * dx, py - along * dy);
    }
}
