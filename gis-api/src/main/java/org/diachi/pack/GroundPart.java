package org.diachi.pack;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What of a layer is asked for.
 *
 * @param box in the storage CRS; absent for everything
 * @param days on some of which it is valid
 */
public record GroundPart(@Nullable Envelope box, Days days) {

    public GroundPart {
        Objects.requireNonNull(days, "days");
    }
}
