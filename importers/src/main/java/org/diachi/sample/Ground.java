package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** What is already taken of a block's ground. */
final class Ground {
    private final List<Quad> taken = new ArrayList<>();

    boolean isFree(Quad patch) {
        for (Quad other : taken) {
            if (other.overlaps(patch)) {
                return false;
            }
        }
        return true;
    }

    void take(Quad patch) {
        taken.add(patch);
    }

    /** Takes a strip along a polyline, so wide on either side, and the corners where it bends. */
    void takeStrip(List<Coordinate> points, double halfWidth) {
        for (int i = 1; i < points.size(); i++) {
            taken.add(Quad.along(points.get(i - 1), points.get(i), -halfWidth, halfWidth));
        }
    }
}
