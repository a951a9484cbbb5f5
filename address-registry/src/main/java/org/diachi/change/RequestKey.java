package org.diachi.change;

import java.util.Objects;

/**
 * What makes a request that is sent twice recognisable.
 *
 * @param actor who sends it: the keys of two actors never meet
 * @param key the key that the actor chose
 * @param requestHash hash of all that was asked for
 */
public record RequestKey(String actor, String key, String requestHash) {

    /** The longest key that is taken. */
    public static final int MAX_LENGTH = 255;

    public RequestKey {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(requestHash, "requestHash");
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The key of a request has 1 to " + MAX_LENGTH + " characters");
        }
    }
}
