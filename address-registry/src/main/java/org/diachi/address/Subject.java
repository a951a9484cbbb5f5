package org.diachi.address;

import java.util.Objects;
import org.diachi.value.Code;
import org.jspecify.annotations.Nullable;

/**
 * The object of an act.
 *
 * @param expectedVersion the version that the actor has seen; if the object has another by now, the act is refused.
 *     Absent where the act holds whatever the version
 */
public record Subject(Code code, @Nullable Integer expectedVersion) {

    public Subject {
        Objects.requireNonNull(code, "code");
    }

    /** The object in whatever version. */
    public static Subject of(Code code) {
        return new Subject(code, null);
    }
}
