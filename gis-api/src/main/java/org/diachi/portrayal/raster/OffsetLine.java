package org.diachi.portrayal.raster;

/** Moves lines aside: each piece in parallel, pieces meeting at their crossing, or cut off where that is far away. */
final class OffsetLine {

    /** A crossing farther away than this, in offsets, is cut off. */
    private static final double LIMIT = 4;

    /** Makes the line that runs at a distance to the left of another, seen in its direction with y downwards. */
    void move(Path line, double offset, boolean ring, Path moved) {
        moved.clear();
        int last = line.size - 1;
        for (int i = 0; i <= last; i++) {
            int before = i > 0 ? i - 1 : ring ? last : i;
            int after = i < last ? i + 1 : ring ? 0 : i;
            corner(line, before, i, after, offset, moved);
        }
    }

    private static void corner(Path line, int before, int at, int after, double offset, Path moved) {
        double inX = directionX(line, before == at ? at : before, before == at ? after : at);
        double inY = directionY(line, before == at ? at : before, before == at ? after : at);
        double outX = after == at ? inX : directionX(line, at, after);
        double outY = after == at ? inY : directionY(line, at, after);
        double x = line.x(at);
        double y = line.y(at);
        // The crossing lies along the sum of both normals: v = (n1 + n2) / (1 + n1 · n2), a standard result.
        double together = 1 + inX * outX + inY * outY;
        if (together > 2 / (LIMIT * LIMIT)) {
            moved.add(x + offset * (inY + outY) / together, y - offset * (inX + outX) / together);
        } else {
            moved.add(x + offset * inY, y - offset * inX);
            moved.add(x + offset * outY, y - offset * outX);
        }
    }

    private static double directionX(Path line, int from, int to) {
        return (line.x(to) - line.x(from)) / length(line, from, to);
    }

    private static double directionY(Path line, int from, int to) {
        return (line.y(to) - line.y(from)) / length(line, from, to);
    }

    private static double length(Path line, int from, int to) {
        return Math.hypot(line.x(to) - line.x(from), line.y(to) - line.y(from));
    }
}
