package org.diachi.address;

import java.util.Objects;
import org.diachi.value.ExternalId;
import org.jspecify.annotations.Nullable;

/**
 * The row of a source that an object was made of: what makes a second import of the same file change nothing.
 *
 * @param id the source as scheme and the row's id in it
 * @param fingerprint hash of all that was taken from the row
 * @param rowNumber where the row stands in its file, counted from 1
 */
public record SourceRecord(
        ExternalId id, long fingerprint, @Nullable Long rowNumber) {

    public SourceRecord {
        Objects.requireNonNull(id, "id");
    }
}
