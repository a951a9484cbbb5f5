package org.diachi.security.limit;

import java.util.Locale;

/** What is shared. */
public enum Share {
    ADDRESS_READS,
    ADDRESS_WRITES,
    CALLER_READS,
    CALLER_WRITES;

    /** The name in headers. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
