package org.diachi.wms.map;

import java.util.Arrays;
import org.diachi.pack.file.IntList;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.pack.grid.ShapeKind;

/** The rows of a layer that a picture is made of: their shapes on its pixels, and their classes. For one thread. */
final class DrawnRows {

    private double[] xy = new double[1 << 14];
    private int[] ends = new int[1 << 10];
    private int points;
    private int parts;

    private final IntList rows = new IntList(256);
    private final IntList firstParts = new IntList(256);
    private final IntList kinds = new IntList(256);
    private final IntList classes = new IntList(256);

    void clear() {
        points = 0;
        parts = 0;
        rows.clear();
        firstParts.clear();
        kinds.clear();
        classes.clear();
    }

    /** Adds a row with the shape that was decoded. */
    void add(int row, int classNumber, ShapeCode code, int shift, Screen screen) {
        ensure(code);
        screen.toPixels(code.xy(), code.points(), shift, xy, 2 * points);
        rows.add(row);
        classes.add(classNumber);
        kinds.add(code.kind().ordinal());
        firstParts.add(parts);
        for (int part = 0; part < code.parts(); part++) {
            ends[parts++] = points + code.ends()[part];
        }
        points += code.points();
    }

    private void ensure(ShapeCode code) {
        int wantedXy = 2 * (points + code.points());
        if (xy.length < wantedXy) {
            xy = Arrays.copyOf(xy, Math.max(wantedXy, 2 * xy.length));
        }
        int wantedEnds = parts + code.parts();
        if (ends.length < wantedEnds) {
            ends = Arrays.copyOf(ends, Math.max(wantedEnds, 2 * ends.length));
        }
    }

    int count() {
        return rows.size();
    }

    double[] xy() {
        return xy;
    }

    int[] ends() {
        return ends;
    }

    int row(int i) {
        return rows.get(i);
    }

    int classOf(int i) {
        return classes.get(i);
    }

    ShapeKind kind(int i) {
        return ShapeKind.of(kinds.get(i));
    }

    int firstPart(int i) {
        return firstParts.get(i);
    }

    int endPart(int i) {
        return i + 1 < rows.size() ? firstParts.get(i + 1) : parts;
    }

    /** The part after the rings of the polygon that begins with a part: outer rings turn clockwise as drawn. */
    int endOfPolygon(int firstPart, int endPart) {
        int part = firstPart + 1;
        while (part < endPart && doubleArea(part) <= 0) {
            part++;
        }
        return part;
    }

    private double doubleArea(int part) {
        int from = part == 0 ? 0 : ends[part - 1];
        int to = ends[part];
        double originX = xy[2 * from];
        double originY = xy[2 * from + 1];
        double lastX = xy[2 * to - 2] - originX;
        double lastY = xy[2 * to - 1] - originY;
        double sum = 0;
        for (int i = from; i < to; i++) {
            double x = xy[2 * i] - originX;
            double y = xy[2 * i + 1] - originY;
            sum += lastX * y - x * lastY;
            lastX = x;
            lastY = y;
        }
        return sum;
    }

    /** Lets go of room that a large picture has needed. */
    void shrink() {
        if (xy.length > 1 << 20) {
            xy = new double[1 << 14];
            ends = new int[1 << 10];
        }
    }
}
