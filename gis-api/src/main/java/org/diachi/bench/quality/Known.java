package org.diachi.bench.quality;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object that is registered, as far as people name it.
 *
 * @param id one of its external ids, as {@code scheme:value}
 * @param kind label of its kind
 * @param number of itself, or of what it is in
 * @param street of itself, or of what it is in
 * @param wardCode of the ward of today
 * @param ward the same in words, with the type word
 */
record Known(
        String id,
        String kind,
        @Nullable String name,
        @Nullable String number,
        @Nullable String street,
        @Nullable String wardCode,
        @Nullable String ward) {

    Known {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
    }

    boolean isAddress() {
        return kind.equals("building") && number != null && street != null && ward != null;
    }
}
