package org.diachi.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A building with its address.
 *
 * @param ring closed, counter-clockwise
 * @param inside a point within
 * @param number the path from the street inwards, such as {@code 12/34}
 * @param alley the first alley on the way, such as {@code kiệt 12}
 */
record House(
        Block block,
        List<Coordinate> ring,
        Coordinate inside,
        String number,
        String street,
        @Nullable String alley) {}
