package org.diachi.sample;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A straight or bent run of drains with manholes, from a manhole that exists already up to its own end.
 *
 * @param key begins the identifiers of everything on it
 * @param outlet the manhole it drains to
 * @param head identifier of its upper end
 * @param points from the outlet upwards
 * @param row of quarters whose basin it belongs to
 * @param from position of the outlet on the lattice
 * @param to position of the end of the points on the lattice
 * @param share of the points that is used
 * @param lower invert level at the outlet in metres
 * @param upper invert level at the head in metres
 */
record Drain(
        String key,
        String outlet,
        String head,
        List<Coordinate> points,
        int row,
        double[] from,
        double[] to,
        double share,
        double lower,
        double upper,
        Section section) {

    /** What the water flows through; the diameter in millimetres, of boxes and channels the width. */
    record Section(String kind, String shape, long diameter, String material) {
        static Section pipe(long diameter) {
            return new Section("pipe", "circular", diameter, diameter < 400 ? "HDPE" : "concrete");
        }

        /** The section of a trunk by the number of quarters it drains. */
        static Section trunk(int quarters, boolean open) {
            if (open) {
                return new Section("channel", "open", quarters > 8 ? 3000 : 2000, "masonry");
            }
            long[] sizes = {600, 800, 800, 1000, 1000, 1200, 1200, 1200, 1500, 1500, 1500, 1500};
            return quarters > sizes.length
                    ? new Section("culvert", "box", 2000, "concrete")
                    : pipe(sizes[quarters - 1]);
        }
    }
}
