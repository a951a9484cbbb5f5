package org.diachi.drainage.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A structure of the network: manhole, inlet, outfall, pump …
 *
 * @param feature its id in the layer; {@link #FOUND} if only the geometry of links tells of it
 * @param id what links call it; absent if it has none
 * @param type as the source has it; empty if it does not tell
 * @param x easting in the storage CRS
 * @param y northing in the storage CRS
 * @param groundMetres level of the ground; NaN if not known
 * @param invertMetres lowest level inside; NaN if not known
 * @param row of the file that it came from; 0 if it came from none
 */
public record Node(
        long feature,
        @Nullable String id,
        String type,
        double x,
        double y,
        double groundMetres,
        double invertMetres,
        long row) {

    /** In place of a feature: a place where ends of links meet without a structure. */
    public static final long FOUND = 0;

    public Node {
        Objects.requireNonNull(type, "type");
    }

    /** What to call it in an answer; unique in its network. */
    public String name() {
        if (id != null) {
            return id;
        }
        return feature == FOUND ? "(%.2f %.2f)".formatted(x, y) : "drainage-nodes/" + feature;
    }
}
