package org.diachi.search.text;

import java.util.Objects;

/**
 * A stretch of a text that may be a house number.
 *
 * @param key as house numbers are compared; ends with a slash if only an alley is told
 * @param words the set of its words, with those that say that it is a number
 */
public record NumberRun(String key, long words) {

    public NumberRun {
        Objects.requireNonNull(key, "key");
    }

    /** Whether it is only the way to an alley. */
    public boolean isAlley() {
        return key.endsWith("/");
    }
}
