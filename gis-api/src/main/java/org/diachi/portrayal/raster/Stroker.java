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
        if (stroke.hasDashes() && path.size > 1) {
            addDashes(path, stroke, ring);
        } else {
            addVisible(path, stroke, ring);
        }
    }

    /** Adds the runs of a line that may touch the canvas; each begins and ends outside, where its caps are not seen. */
    private void addVisible(Path path, Stroke stroke, boolean ring) {
        double reach = stroke.reach();
        if (ring && isNear(path, reach)) {
            outliner.add(path, stroke, true);
            return;
        }
        int pieces = ring ? path.size : path.size - 1;
        piece.clear();
        if (path.size == 1 && isNear(path.x(0), path.y(0), path.x(0), path.y(0), reach)) {
            outliner.add(path, stroke, false);
            return;
        }
        for (int i = 0; i < pieces; i++) {
            int next = i + 1 == path.size ? 0 : i + 1;
            if (isNear(path.x(i), path.y(i), path.x(next), path.y(next), reach)) {
                piece.add(path.x(i), path.y(i));
                piece.add(path.x(next), path.y(next));
            } else if (piece.size > 0) {
                outliner.add(piece, stroke, false);
                piece.clear();
            }
        }
        if (piece.size > 0) {
            outliner.add(piece, stroke, false);
        }
    }

    /** Whether every piece is near the canvas, so that a ring stays whole. */
    private boolean isNear(Path path, double reach) {
        int before = path.size - 1;
        for (int i = 0; i < path.size; before = i++) {
            if (!isNear(path.x(before), path.y(before), path.x(i), path.y(i), reach)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNear(double x0, double y0, double x1, double y1, double reach) {
        return Math.max(x0, x1) > -reach
                && Math.min(x0, x1) < width + reach
                && Math.max(y0, y1) > -reach
                && Math.min(y0, y1) < height + reach;
    }

    private void addDashes(Path path, Stroke stroke, boolean ring) {
        double[] dashes = stroke.dashes();
        double reach = stroke.reach();
        int dash = 0;
        double rest = startOfDashes(stroke);
        while (rest >= dashes[dash]) {
            rest -= dashes[dash];
            dash = (dash + 1) % dashes.length;
        }
        rest = dashes[dash] - rest;
        int pieces = ring ? path.size : path.size - 1;
        piece.clear();
        for (int i = 0; i < pieces; i++) {
            int next = i + 1 == path.size ? 0 : i + 1;
            double dx = path.x(next) - path.x(i);
            double dy = path.y(next) - path.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            boolean near = isNear(path.x(i), path.y(i), path.x(next), path.y(next), reach);
            double at = 0;
            if (!near) {
                at = wholeRounds(length, dashes, rest);
            }
            if (dash % 2 == 0) {
                piece.add(path.x(i) + dx * at / length, path.y(i) + dy * at / length);
            }
            while (at + rest < length) {
                at += rest;
                double x = path.x(i) + dx * at / length;
                double y = path.y(i) + dy * at / length;
                piece.add(x, y);
                if (dash % 2 == 0) {
                    addPiece(stroke);
                }
                dash = (dash + 1) % dashes.length;
                rest = dashes[dash];
            }
            rest -= length - at;
            if (dash % 2 == 0) {
                piece.add(path.x(next), path.y(next));
            }
        }
        if (dash % 2 == 0) {
            addPiece(stroke);
        }
        piece.clear();
    }

    private void addPiece(Stroke stroke) {
        addDash(stroke);
        piece.clear();
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

    private static double startOfDashes(Stroke stroke) {
        double round = round(stroke.dashes());
        double start = stroke.dashOffset() % round;
        return start < 0 ? start + round : start;
    }

    private static double round(double[] dashes) {
        double round = 0;
        for (double dash : dashes) {
            round += dash;
        }
        return round;
    }

    /** How much of a piece that is not seen can be passed over without a change of the dashes. */
    private static double wholeRounds(double length, double[] dashes, double rest) {
        double round = round(dashes);
        return length > rest + round ? Math.floor((length - rest) / round) * round : 0;
    }
}
