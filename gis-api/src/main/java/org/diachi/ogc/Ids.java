package org.diachi.ogc;

import java.util.Optional;

/** Reads the numbers that features are known by. */
final class Ids {

    private static final int LONGEST = 18;

    private Ids() {}

    /** The number; empty if the text is none, so that nothing can have it as an id. */
    static Optional<Long> read(String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
