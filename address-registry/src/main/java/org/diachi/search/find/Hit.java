package org.diachi.search.find;

import java.util.Objects;

/**
 * An answer.
 *
 * @param target what was found
 * @param match how it fits
 */
public record Hit(Target target, Match match) {

    public Hit {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(match, "match");
    }
}
