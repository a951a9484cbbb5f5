package org.diachi.drainage;

import java.util.Objects;
import org.diachi.value.Period;

/** A state of a node or link and the legal time in which it holds. */
record Dated<T>(long feature, Period valid, T item) {

    Dated {
        Objects.requireNonNull(valid, "valid");
    }
}
