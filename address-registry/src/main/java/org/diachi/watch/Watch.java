package org.diachi.watch;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody watches: either a code or an area.
 *
 * @param id of the watch
 * @param owner who made it, as the change log names actors
 * @param label what its owner calls it
 * @param code of an address object
 * @param area in the storage CRS
 * @param url where events are sent to; absent where its owner asks for them
 * @param created when it was made
 * @param attempts how often in a row sending has failed
 * @param failure what the last attempt failed of
 */
public record Watch(
        long id,
        String owner,
        String label,
        @Nullable String code,
        @Nullable Geometry area,
        @Nullable String url,
        Instant created,
        int attempts,
        @Nullable String failure) {

    public Watch {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(label, "label");
    }

    /**
     * A watch to be made.
     *
     * @param secret signs what is sent to the address, in base64url; there if and only if there is an address
     */
    public record Order(
            String owner,
            String label,
            @Nullable String code,
            @Nullable Geometry area,
            @Nullable String url,
            @Nullable String secret) {

        public Order {
            if ((code == null) == (area == null)) {
                throw new IllegalArgumentException("A watch has either a code or an area");
            }
        }
    }
}
