package org.diachi.sheet;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The piece of land that was asked about.
 *
 * @param type {@code address}, {@code point}, {@code geometry} or {@code feature}
 * @param code of the address object
 * @param address on one line
 * @param externalId as it was asked for
 * @param shape in the storage CRS
 */
public record AskedSubject(
        String type,
        @Nullable String code,
        @Nullable String address,
        @Nullable String externalId,
        Geometry shape) {

    public AskedSubject {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(shape, "shape");
    }

    /** A geometry that has no name. */
    public static AskedSubject of(String type, Geometry shape) {
        return new AskedSubject(type, null, null, null, shape);
    }
}
