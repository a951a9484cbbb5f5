package org.diachi.pack.tile;

import org.diachi.pack.grid.Shape;
import org.diachi.pack.grid.ShapeBuilder;
import org.diachi.pack.grid.ShapeCode;
import org.diachi.pack.grid.ShapeKind;

/** Cuts shapes at the edges of a tile and its buffer. For one thread. */
final class TileClip {

    private static final int LOW = -TileAddress.BUFFER;
    private static final int HIGH = TileAddress.EXTENT + TileAddress.BUFFER;

    private final ShapeBuilder result = new ShapeBuilder();
    private final ShapeBuilder one = new ShapeBuilder();
    private final ShapeBuilder other = new ShapeBuilder();

    /** What of a shape is in the tile, in its steps: rings may touch themselves along the edges. */
    Shape clip(ShapeCode code, TileAddress tile) {
        result.clear();
        int start = 0;
        boolean isOuterKept = false;
        for (int part = 0; part < code.parts(); part++) {
            int end = code.ends()[part];
            boolean isOuter = code.kind() == ShapeKind.POLYGON && Shape.doubleArea(code.xy(), start, end) > 0;
            Shape moved = move(code, start, end, tile);
            switch (code.kind()) {
                case POINT -> addPoints(moved);
                case LINE -> addLine(moved.xy());
                case POLYGON -> {
                    if (isOuter) {
                        isOuterKept = addRing(moved, true);
                    } else if (isOuterKept) {
                        addRing(moved, false);
                    }
                }
            }
            start = end;
        }
        return result.build(code.kind());
    }

    private Shape move(ShapeCode code, int start, int end, TileAddress tile) {
        one.clear();
        for (int i = start; i < end; i++) {
            one.addIfNew(tile.toTile(code.xy()[2 * i], true), tile.toTile(code.xy()[2 * i + 1], false));
        }
        one.endPart();
        return one.build(code.kind());
    }

    private void addPoints(Shape points) {
        for (int i = 0; i < points.xy().length; i += 2) {
            if (isWithin(points.xy()[i]) && isWithin(points.xy()[i + 1])) {
                result.add(points.xy()[i], points.xy()[i + 1]);
                result.endPart();
            }
        }
    }

    private static boolean isWithin(int coordinate) {
        return coordinate >= LOW && coordinate <= HIGH;
    }

    /** Piece by piece (Liang and Barsky 1984). */
    private void addLine(int[] xy) {
        for (int i = 0; i + 3 < xy.length; i += 2) {
            double dx = (double) xy[i + 2] - xy[i];
            double dy = (double) xy[i + 3] - xy[i + 1];
            double[] span = {0, 1};
            boolean isSeen = narrow(span, -dx, xy[i] - (double) LOW)
                    && narrow(span, dx, HIGH - (double) xy[i])
                    && narrow(span, -dy, xy[i + 1] - (double) LOW)
                    && narrow(span, dy, HIGH - (double) xy[i + 1]);
            if (isSeen) {
                result.addIfNew((int) Math.rint(xy[i] + span[0] * dx), (int) Math.rint(xy[i + 1] + span[0] * dy));
                result.addIfNew((int) Math.rint(xy[i] + span[1] * dx), (int) Math.rint(xy[i + 1] + span[1] * dy));
            }
            if (!isSeen || span[1] < 1) {
                endLine();
            }
        }
        endLine();
    }

    private static boolean narrow(double[] span, double direction, double distance) {
        if (direction == 0) {
            return distance >= 0;
        }
        double at = distance / direction;
        if (direction < 0) {
            span[0] = Math.max(span[0], at);
        } else {
            span[1] = Math.min(span[1], at);
        }
        return span[0] <= span[1];
    }

    private void endLine() {
        if (result.openPoints() > 1) {
            result.endPart();
        } else {
            result.dropPart();
        }
    }

    /** Edge of the tile by edge (Sutherland and Hodgman 1974). */
    private boolean addRing(Shape ring, boolean isOuter) {
        int[] xy = ring.xy();
        if (!isWithin(ring)) {
            xy = cut(cut(cut(cut(xy, 0, LOW, 1), 0, HIGH, -1), 1, LOW, 1), 1, HIGH, -1);
        }
        for (int i = 0; i < xy.length; i += 2) {
            result.addIfNew(xy[i], xy[i + 1]);
        }
        result.openRing();
        double area = result.openDoubleArea();
        if (area == 0 || area > 0 != isOuter) {
            result.dropPart();
            return false;
        }
        result.endPart();
        return true;
    }

    private static boolean isWithin(Shape ring) {
        for (int coordinate : ring.xy()) {
            if (!isWithin(coordinate)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Cuts a ring along a line.
     *
     * @param axis 0 for a line of one x, 1 for one of one y
     * @param sign 1 to keep what is beyond, -1 to keep what is before
     */
    private int[] cut(int[] xy, int axis, int line, int sign) {
        other.clear();
        int points = xy.length / 2;
        for (int i = 0, last = points - 1; i < points; last = i++) {
            boolean isIn = sign * (xy[2 * i + axis] - line) >= 0;
            boolean wasIn = sign * (xy[2 * last + axis] - line) >= 0;
            if (isIn != wasIn) {
                double share =
                        ((double) line - xy[2 * last + axis]) / ((double) xy[2 * i + axis] - xy[2 * last + axis]);
                int across = 1 - axis;
                int at = (int) Math.rint(
                        xy[2 * last + across] + share * ((double) xy[2 * i + across] - xy[2 * last + across]));
                other.addIfNew(axis == 0 ? line : at, axis == 0 ? at : line);
            }
            if (isIn) {
                other.addIfNew(xy[2 * i], xy[2 * i + 1]);
            }
        }
        other.endPart();
        return other.build(ShapeKind.POLYGON).xy();
    }
}
