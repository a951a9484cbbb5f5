package org.diachi.address;

import java.util.List;
import java.util.Objects;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * A thing to be registered.
 *
 * @param content what is known of it
 * @param source the source row that it comes from, absent for a single act
 * @param externalIds its ids in other registers
 */
public record Registration(AddressContent content, @Nullable SourceRecord source, List<ExternalId> externalIds) {

    public Registration {
        Objects.requireNonNull(content, "content");
        externalIds = List.copyOf(externalIds);
    }
}
