package org.diachi.drainage.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Something wrong with a node or link.
 *
 * @param isLink whether a link is to blame, else a node
 * @param feature its id in the layer; 0 if it is a place that only links tell of
 * @param id what its owner calls it
 * @param row of the file that it came from; 0 if it came from none
 * @param message what is wrong here, and how to mend it
 * @param place where it is, in the storage CRS; absent if it was not drawn
 */
public record Finding(
        Rule rule,
        boolean isLink,
        long feature,
        @Nullable String id,
        long row,
        String message,
        @Nullable Geometry place) {

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }
}
