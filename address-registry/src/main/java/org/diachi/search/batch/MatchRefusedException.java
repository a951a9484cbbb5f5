package org.diachi.search.batch;

/** A text of which no row can be matched; the message says why. */
public final class MatchRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MatchRefusedException(String message) {
        super(message);
    }
}
