package org.diachi.value;

import org.jspecify.annotations.Nullable;

/**
 * How a position came about and how far it may be off.
 *
 * @param method one word, for example {@code survey}, {@code digitised}, {@code interpolated}
 * @param accuracyMetres the standard deviation in metres, or null if nobody knows
 */
public record PositionQuality(String method, @Nullable Double accuracyMetres) {

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException if the method is blank or the accuracy is not a positive number or zero
     */
    public PositionQuality {
        if (method.isBlank()) {
            throw new IllegalArgumentException("The method of a position is blank");
        }
        if (accuracyMetres != null && !(accuracyMetres >= 0 && accuracyMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("An accuracy is a number of metres, not " + accuracyMetres);
        }
    }
}
