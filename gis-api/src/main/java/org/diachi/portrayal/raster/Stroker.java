package org.diachi.portrayal.raster;

/**
 * Brings lines to their stroke: takes out points that are the same, moves them aside, cuts them into dashes and leaves out
 * what is far from the canvas. What remains goes to the {@link Outliner}.
 */
final class Stroker {

    private final Outliner outliner;
    private final OffsetLine offsetLine = new OffsetLine();
    private final Path line = new Path();
    private final Path moved = new Path();
    private final Path piece = new Path();
    private double width;
    private double height;

    // What the line that is being added covers.
    private double left;
    private double right;
    private double top;
    private double bottom;

    // The part of a piece that is near the canvas, from its beginning.
    private double seenFrom;
    private double seenTo;

    Stroker(Coverage coverage) {
        outliner = new Outliner(coverage);
    }

    void begin(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    /** Adds a line of the points {@code from} up to, exclusive, {@code to}. */
    void add(double[] xy, int from, int to, Stroke stroke, boolean closed) {
        line.clear();
        for (int i = from; i < to; i++) {
            line.add(xy[2 * i], xy[2 * i + 1]);
        }
        if (closed) {
            line.open();
        }
        boolean ring = closed && line.size > 2;
        Path path = line;
        if (stroke.offset() != 0 && line.size > 1) {
            offsetLine.move(line, stroke.offset(), ring, moved);
            path = moved;
        }
        findBounds(path);
        double reach = stroke.reach();
        if (!isNear(left, top, right, bottom, reach)) {
            return;
        }
        if (stroke.hasDashes() && path.size > 1) {
            addDashes(path, stroke, ring);
        } else if (left > -reach && right < width + reach && top > -reach && bottom < height + reach) {
            outliner.add(path, stroke, ring);
        } else {
            addVisible(path, stroke, ring);
        }
    }

    private void findBounds(Path path) {
        left = Double.POSITIVE_INFINITY;
        right = Double.NEGATIVE_INFINITY;
        top = Double.POSITIVE_INFINITY;
        bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < path.size; i++) {
            left = Math.min(left, path.x(i));
            right = Math.max(right, path.x(i));
            top = Math.min(top, path.y(i));
            bottom = Math.max(bottom, path.y(i));
        }
    }

    /**
     * Adds the runs of a line that may touch the canvas, and one piece more at either end, so that the corners at both ends
     * of what is seen are those of the whole line; the caps of a run are not seen.
     */
    private void addVisible(Path path, Stroke stroke, boolean ring) {
        double reach = stroke.reach();
        int far = ring ? findFar(path, reach) : -1;
        if (path.size == 1 || ring && far < 0) {
            if (ring || isNear(path, 0, reach)) {
                outliner.add(path, stroke, ring);
            }
            return;
        }
        int pieces = ring ? path.size : path.size - 1;
        piece.clear();
        boolean before = false;
        // A ring is begun where it is not seen.
        boolean now = isNear(path, far + 1, reach);
        for (int count = 1; count <= pieces; count++) {
            int i = (far + count) % path.size;
            boolean after = (ring || count < pieces) && isNear(path, i + 1, reach);
            if (before || now || after) {
                piece.add(path.x(i), path.y(i));
                piece.add(path.x((i + 1) % path.size), path.y((i + 1) % path.size));
            } else if (piece.size > 0) {
                outliner.add(piece, stroke, false);
                piece.clear();
            }
            before = now;
            now = after;
        }
        if (piece.size > 0) {
            outliner.add(piece, stroke, false);
        }
    }

    /** The first piece of a ring that is not near the canvas, nor are its neighbours; -1 if there is none. */
    private int findFar(Path path, double reach) {
        for (int i = 0; i < path.size; i++) {
            if (!isNear(path, i, reach) && !isNear(path, i + 1, reach) && !isNear(path, i + path.size - 1, reach)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a piece of a line is near the canvas; pieces are counted round and round. */
    private boolean isNear(Path path, int number, double reach) {
        int i = number % path.size;
        int next = (i + 1) % path.size;
        return isNear(path.x(i), path.y(i), path.x(next), path.y(next), reach);
    }

    private boolean isNear(double x0, double y0, double x1, double y1, double reach) {
        return Math.max(x0, x1) > -reach
                && Math.min(x0, x1) < width + reach
                && Math.max(y0, y1) > -reach
                && Math.min(y0, y1) < height + reach;
    }

    private void addDashes(Path path, Stroke stroke, boolean ring) {
        double[] dashes = stroke.dashes();
        double round = stroke.round();
        int dash = 0;
        double rest = stroke.dashOffset() % round;
        rest = rest < 0 ? rest + round : rest;
        while (rest >= dashes[dash]) {
            rest -= dashes[dash];
            dash = (dash + 1) % dashes.length;
        }
        rest = dashes[dash] - rest;
        int pieces = ring ? path.size : path.size - 1;
        piece.clear();
        for (int i = 0; i < pieces; i++) {
            int next = (i + 1) % path.size;
            double dx = path.x(next) - path.x(i);
            double dy = path.y(next) - path.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            findSeen(path.x(i), path.y(i), dx / length, dy / length, length, stroke.reach());
            // Whole rounds of dashes are passed over where nothing is seen.
            double at = wholeRounds(seenFrom - rest, round);
            boolean passed = false;
            if (dash % 2 == 0) {
                piece.add(path.x(i) + dx * at / length, path.y(i) + dy * at / length);
            }
            while (at + rest < length) {
                at += rest;
                piece.add(path.x(i) + dx * at / length, path.y(i) + dy * at / length);
                if (dash % 2 == 0) {
                    addDash(stroke);
                    piece.clear();
                }
                dash = (dash + 1) % dashes.length;
                rest = dashes[dash];
                if (at > seenTo && !passed) {
                    passed = true;
                    at += wholeRounds(length - at - rest, round);
                    restart(dash, path.x(i) + dx * at / length, path.y(i) + dy * at / length);
                }
            }
            rest -= length - at;
            if (dash % 2 == 0) {
                piece.add(path.x(next), path.y(next));
            }
        }
        if (dash % 2 == 0) {
            addDash(stroke);
        }
        piece.clear();
    }

    private void restart(int dash, double x, double y) {
        piece.clear();
        if (dash % 2 == 0) {
            piece.add(x, y);
        }
    }

    /**
     * Finds from where to where on a piece it is near the canvas, by the method of Y.-D. Liang and B. Barsky, 1984. Where it
     * is never near, it is seen from its end.
     */
    private void findSeen(double x, double y, double dx, double dy, double length, double reach) {
        seenFrom = 0;
        seenTo = length;
        limit(x, dx, -reach, width + reach);
        limit(y, dy, -reach, height + reach);
        if (seenFrom > seenTo) {
            seenFrom = length;
            seenTo = length;
        }
    }

    private void limit(double at, double direction, double least, double most) {
        if (direction == 0) {
            if (at < least || at > most) {
                seenFrom = Double.POSITIVE_INFINITY;
            }
        } else {
            double one = (least - at) / direction;
            double other = (most - at) / direction;
            seenFrom = Math.max(seenFrom, Math.min(one, other));
            seenTo = Math.min(seenTo, Math.max(one, other));
        }
    }

    private static double wholeRounds(double length, double round) {
        return length > round ? Math.floor(length / round) * round : 0;
    }

    private void addDash(Stroke stroke) {
        double reach = stroke.reach();
        for (int i = 0; i < piece.size; i++) {
            int next = Math.min(i + 1, piece.size - 1);
            if (isNear(piece.x(i), piece.y(i), piece.x(next), piece.y(next), reach)) {
                outliner.add(piece, stroke, false);
                return;
            }
        }
    }
}
