package org.diachi.pack.grid;

import java.util.Arrays;

/**
 * Makes shapes coarser, level by level, so that no border moves by more than a third of a pixel. A point is dropped by how
 * far it lies from the line without it (Douglas and Peucker 1973); ties go to the smaller coordinate and junctions stay, so
 * that rings on both sides of a border keep the same points. To be used by one thread.
 */
public final class Generaliser {

    /** By how many steps of a level a border may move. */
    private static final double TOLERANCE = 6;

    /** Twice the area in steps of a level below which a ring is not seen: a twentieth of a pixel. */
    private static final double LEAST_DOUBLE_AREA = 2 * 13;

    /** A ring that no other border meets keeps so many points. */
    private static final int LEAST_POINTS = 4;

    private static final float ALWAYS = Float.POSITIVE_INFINITY;

    private final Junctions junctions;
    private final ShapeBuilder builder = new ShapeBuilder();
    private int[] stack = new int[64];

    /** A generaliser of the layer whose borders meet there. */
    public Generaliser(Junctions junctions) {
        this.junctions = junctions;
    }

    /** For each point of a shape how far, in steps of the grid, the line would move without it. */
    public float[] weights(Shape shape) {
        float[] weights = new float[shape.points()];
        int start = 0;
        for (int end : shape.ends()) {
            switch (shape.kind()) {
                case POINT -> Arrays.fill(weights, start, end, ALWAYS);
                case LINE -> {
                    weights[start] = ALWAYS;
                    weights[end - 1] = ALWAYS;
                    weigh(shape.xy(), weights, new Arc(start, end, start, end - 1));
                }
                case POLYGON -> weighRing(shape.xy(), weights, start, end);
            }
            start = end;
        }
        return weights;
    }

    /** A piece of the ring or line [start, end) from one of its points to another, which may be counted on beyond end. */
    private record Arc(int start, int end, int from, int to) {

        int at(int i) {
            return i < end ? i : i - end + start;
        }
    }

    private void weighRing(int[] xy, float[] weights, int start, int end) {
        int first = -1;
        int last = -1;
        for (int i = start; i < end; i++) {
            if (junctions.contains(Junctions.point(xy, i))) {
                weights[i] = ALWAYS;
                if (first < 0) {
                    first = i;
                } else {
                    weigh(xy, weights, new Arc(start, end, last, i));
                }
                last = i;
            }
        }
        if (first >= 0) {
            weigh(xy, weights, new Arc(start, end, last, first + end - start));
            return;
        }
        int anchor = smallest(xy, start, end);
        weights[anchor] = ALWAYS;
        weigh(xy, weights, new Arc(start, end, anchor, anchor + end - start));
        keepSome(weights, start, end);
    }

    private static int smallest(int[] xy, int start, int end) {
        int smallest = start;
        for (int i = start + 1; i < end; i++) {
            if (Junctions.point(xy, i) < Junctions.point(xy, smallest)) {
                smallest = i;
            }
        }
        return smallest;
    }

    /** The weightiest points of a ring by itself are never dropped; the ring as a whole may be. */
    private static void keepSome(float[] weights, int start, int end) {
        float[] sorted = Arrays.copyOfRange(weights, start, end);
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, sorted.length - LEAST_POINTS)];
        for (int i = start; i < end; i++) {
            if (weights[i] >= least) {
                weights[i] = ALWAYS;
            }
        }
    }

    private void weigh(int[] xy, float[] weights, Arc whole) {
        int depth = push(0, whole.from(), whole.to());
        while (depth > 0) {
            int to = stack[--depth];
            int from = stack[--depth];
            if (to - from < 2) {
                continue;
            }
            int middle = farthest(xy, whole, from, to);
            double distance = Math.sqrt(squareDistance(xy, whole.at(middle), whole.at(from), whole.at(to)));
            float limit = Math.min(weights[whole.at(from)], weights[whole.at(to)]);
            weights[whole.at(middle)] = Math.min(limit, (float) distance);
            depth = push(depth, from, middle);
            depth = push(depth, middle, to);
        }
    }

    private int push(int depth, int from, int to) {
        if (depth + 2 > stack.length) {
            stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        stack[depth] = from;
        stack[depth + 1] = to;
        return depth + 2;
    }

    private static int farthest(int[] xy, Arc arc, int from, int to) {
        int farthest = from + 1;
        double most = -1;
        int a = arc.at(from);
        int b = arc.at(to);
        for (int i = from + 1; i < to; i++) {
            int candidate = arc.at(i);
            double distance = squareDistance(xy, candidate, a, b);
            if (distance > most
                    || distance == most && Junctions.point(xy, candidate) < Junctions.point(xy, arc.at(farthest))) {
                most = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    /** From a point to a segment, rounded the same whichever end of it comes first. */
    private static double squareDistance(int[] xy, int point, int one, int other) {
        boolean isSorted = Junctions.point(xy, one) <= Junctions.point(xy, other);
        int a = isSorted ? one : other;
        int b = isSorted ? other : one;
        double dx = (double) xy[2 * b] - xy[2 * a];
        double dy = (double) xy[2 * b + 1] - xy[2 * a + 1];
        double px = (double) xy[2 * point] - xy[2 * a];
        double py = (double) xy[2 * point + 1] - xy[2 * a + 1];
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
        double ex = px - along * dx;
        double ey = py - along * dy;
        return ex * ex + ey * ey;
    }

    /**
     * The shape at the level of a zoom, in its steps.
     *
     * @param weights of its points
     */
    public Shape atLevel(Shape shape, float[] weights, int zoom) {
        int shift = Grid.shift(zoom);
        double tolerance = TOLERANCE * (1 << shift);
        builder.clear();
        int start = 0;
        boolean isOuterKept = false;
        for (int end : shape.ends()) {
            for (int i = start; i < end; i++) {
                if (shift == 0 || weights[i] > tolerance) {
                    builder.addIfNew(
                            Grid.toLevel(shape.xy()[2 * i], shift), Grid.toLevel(shape.xy()[2 * i + 1], shift));
                }
            }
            switch (shape.kind()) {
                case POINT -> builder.endPart();
                case LINE -> endLine();
                case POLYGON -> {
                    boolean isOuter = Shape.doubleArea(shape.xy(), start, end) > 0;
                    if (isOuter) {
                        isOuterKept = endRing(true, shift);
                    } else if (!isOuterKept || !endRing(false, shift)) {
                        builder.dropPart();
                    }
                }
            }
            start = end;
        }
        return builder.build(shape.kind());
    }

    private void endLine() {
        if (builder.openPoints() > 1) {
            builder.endPart();
        } else {
            builder.dropPart();
        }
    }

    private boolean endRing(boolean isOuter, int shift) {
        builder.openRing();
        double area = builder.openDoubleArea() * (isOuter ? 1 : -1);
        if (area <= (shift == 0 ? 0 : LEAST_DOUBLE_AREA)) {
            builder.dropPart();
            return false;
        }
        builder.endPart();
        return true;
    }
}
