package org.diachi.landuse.statement;

/** A subject on which so much lies that a statement would take too long; the message says how much. */
public final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message);
    }
}
