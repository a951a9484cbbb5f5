package org.diachi.view;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a view is doing.
 *
 * @param name of the view
 * @param position the last entry of the change log that it contains; -1 while it is not built
 * @param head the last entry of the change log when that was looked at
 * @param failure what its last attempt to go on failed of; absent if it did not
 */
public record ViewStatus(
        String name, long position, long head, @Nullable String failure) {

    public ViewStatus {
        Objects.requireNonNull(name, "name");
    }

    /** How many entries it is behind. */
    public long lag() {
        return head - Math.max(position, 0);
    }
}
