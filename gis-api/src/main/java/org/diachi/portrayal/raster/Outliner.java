package org.diachi.portrayal.raster;

import java.util.Arrays;

/**
 * Adds the outline of a stroke: a line to the left of the path and one to the right, with the joins between them. On the
 * inner side of a bend both pieces are cut at their crossing where they are long enough, so that nothing is covered twice.
 */
final class Outliner {

    /** How far a polygon may be from the arc it stands for, in pixels. */
    private static final double ARC_TOLERANCE = 0.05;

    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int NONE = 2;

    private final Coverage coverage;
    private double half;
    private Stroke.Join join = Stroke.Join.MITRE;

    /** Where each side of the outline has got to, snapped. */
    private final long[] sideX = new long[2];

    private final long[] sideY = new long[2];

    /** A side that is left out, or {@link #NONE}. */
    private int without = NONE;

    /** Whether the sides only move, and add nothing. */
    private boolean silent;

    // Of each piece of the path: its direction, of length one, and its length.
    private double[] alongX = new double[64];
    private double[] alongY = new double[64];
    private double[] length = new double[64];

    Outliner(Coverage coverage) {
        this.coverage = coverage;
    }

    /** Adds a path of which no point follows the same point. */
    void add(Path path, Stroke stroke, boolean ring) {
        half = stroke.width() / 2;
        join = stroke.join();
        if (path.size == 1) {
            addDot(path.x(0), path.y(0), stroke.cap());
        } else if (ring && path.size > 2) {
            addRing(path);
        } else if (path.size > 1) {
            addOpen(path, stroke.cap());
        }
    }

    private void addDot(double x, double y, Stroke.Cap cap) {
        if (cap != Stroke.Cap.BUTT) {
            startCap(x, y, 1, 0, cap);
            endCap(x, y, 1, 0, cap);
        }
    }

    private void addOpen(Path path, Stroke.Cap cap) {
        int last = path.size - 1;
        findDirections(path, last);
        startCap(path.x(0), path.y(0), alongX[0], alongY[0], cap);
        for (int i = 1; i < last; i++) {
            corner(path.x(i), path.y(i), i - 1, i);
        }
        endCap(path.x(last), path.y(last), alongX[last - 1], alongY[last - 1], cap);
    }

    private void addRing(Path path) {
        int count = path.size;
        findDirections(path, count);
        without = coveredSide(path);
        // The first corner is only walked to find where both sides begin; its edges are added when the ring closes.
        silent = true;
        corner(path.x(0), path.y(0), count - 1, 0);
        silent = false;
        for (int i = 1; i < count; i++) {
            corner(path.x(i), path.y(i), i - 1, i);
        }
        corner(path.x(0), path.y(0), count - 1, 0);
        without = NONE;
    }

    private void findDirections(Path path, int pieces) {
        if (alongX.length < pieces) {
            alongX = Arrays.copyOf(alongX, 2 * pieces);
            alongY = Arrays.copyOf(alongY, 2 * pieces);
            length = Arrays.copyOf(length, 2 * pieces);
        }
        for (int i = 0; i < pieces; i++) {
            int next = i + 1 == path.size ? 0 : i + 1;
            double dx = path.x(next) - path.x(i);
            double dy = path.y(next) - path.y(i);
            length[i] = Math.sqrt(dx * dx + dy * dy);
            alongX[i] = dx / length[i];
            alongY[i] = dy / length[i];
        }
    }

    /** The inner side of a ring that is narrower than its stroke: there is nothing left inside of it. */
    private int coveredSide(Path path) {
        double left = path.x(0);
        double right = left;
        double top = path.y(0);
        double bottom = top;
        double twice = 0;
        for (int i = 0, before = path.size - 1; i < path.size; before = i++) {
            left = Math.min(left, path.x(i));
            right = Math.max(right, path.x(i));
            top = Math.min(top, path.y(i));
            bottom = Math.max(bottom, path.y(i));
            twice += (path.x(before) - left) * (path.y(i) - top) - (path.x(i) - left) * (path.y(before) - top);
        }
        if (Math.min(right - left, bottom - top) > 2 * half) {
            return NONE;
        }
        return twice > 0 ? RIGHT : LEFT;
    }

    /** Turns from one piece to the next. The left normal of a direction is (y, -x), with y downwards. */
    private void corner(double x, double y, int in, int out) {
        double turn = alongX[in] * alongY[out] - alongY[in] * alongX[out];
        double cosine = alongX[in] * alongX[out] + alongY[in] * alongY[out];
        int outer = turn > 0 ? LEFT : RIGHT;
        double toOuter = turn > 0 ? half : -half;
        double fromX = toOuter * alongY[in];
        double fromY = -toOuter * alongX[in];
        double toX = toOuter * alongY[out];
        double toY = -toOuter * alongX[out];
        // Both edges cross at (n1 + n2) / (1 + n1 · n2), n being the normals; how far that is along a piece follows
        // from
        // the half angle: tan(a / 2) = |sin a| / (1 + cos a).
        double together = 1 + cosine;
        double crossX = (fromX + toX) / together;
        double crossY = (fromY + toY) / together;
        if (join == Stroke.Join.MITRE && 2 <= Stroke.MITRE_LIMIT * Stroke.MITRE_LIMIT * together) {
            move(outer, x + crossX, y + crossY);
        } else {
            move(outer, x + fromX, y + fromY);
            if (join == Stroke.Join.ROUND && together < 1.999) {
                arc(
                        outer,
                        x,
                        y,
                        fromX,
                        fromY,
                        half * alongX[in],
                        half * alongY[in],
                        Math.atan2(Math.abs(turn), cosine));
            }
            move(outer, x + toX, y + toY);
        }
        int inner = 1 - outer;
        double longest = Math.min(Stroke.MITRE_LIMIT - 1, Math.min(length[in], length[out]) / half);
        if (Math.abs(turn) <= together * longest && together > 1e-9) {
            move(inner, x - crossX, y - crossY);
        } else {
            move(inner, x - fromX, y - fromY);
            move(inner, x, y);
            move(inner, x - toX, y - toY);
        }
    }

    private void startCap(double atX, double atY, double dx, double dy, Stroke.Cap cap) {
        double back = cap == Stroke.Cap.SQUARE ? half : 0;
        double x = atX - back * dx;
        double y = atY - back * dy;
        double leftX = half * dy;
        double leftY = -half * dx;
        sideX[LEFT] = Coverage.snap(x - leftX);
        sideY[LEFT] = Coverage.snap(y - leftY);
        sideX[RIGHT] = sideX[LEFT];
        sideY[RIGHT] = sideY[LEFT];
        if (cap == Stroke.Cap.ROUND) {
            arc(LEFT, x, y, -leftX, -leftY, -half * dx, -half * dy, Math.PI);
        }
        move(LEFT, x + leftX, y + leftY);
    }

    private void endCap(double atX, double atY, double dx, double dy, Stroke.Cap cap) {
        double on = cap == Stroke.Cap.SQUARE ? half : 0;
        double x = atX + on * dx;
        double y = atY + on * dy;
        double leftX = half * dy;
        double leftY = -half * dx;
        move(LEFT, x + leftX, y + leftY);
        move(RIGHT, x - leftX, y - leftY);
        if (cap == Stroke.Cap.ROUND) {
            arc(LEFT, x, y, leftX, leftY, half * dx, half * dy, Math.PI);
        }
        move(LEFT, x - leftX, y - leftY);
    }

    /** Moves a side along an arc about a centre, from one radius towards another that is a right angle away. */
    private void arc(int side, double x, double y, double ux, double uy, double vx, double vy, double angle) {
        double step = half > ARC_TOLERANCE ? 2 * Math.acos(1 - ARC_TOLERANCE / half) : Math.PI / 2;
        int steps = (int) Math.ceil(angle / step);
        for (int i = 1; i < steps; i++) {
            double cosine = Math.cos(angle * i / steps);
            double sine = Math.sin(angle * i / steps);
            move(side, x + cosine * ux + sine * vx, y + cosine * uy + sine * vy);
        }
    }

    private void move(int side, double toX, double toY) {
        long x = Coverage.snap(toX);
        long y = Coverage.snap(toY);
        if (!silent && side != without) {
            coverage.edge(sideX[side], sideY[side], x, y, side == LEFT ? 1 : -1);
        }
        sideX[side] = x;
        sideY[side] = y;
    }
}
