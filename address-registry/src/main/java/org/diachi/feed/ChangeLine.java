package org.diachi.feed;

import java.util.Objects;

/**
 * One entry of the log in words.
 *
 * @param seq the number of the entry
 * @param json an object in UTF-8, on one line; not to be modified
 */
public record ChangeLine(long seq, byte[] json) {

    public ChangeLine {
        Objects.requireNonNull(json, "json");
    }
}
