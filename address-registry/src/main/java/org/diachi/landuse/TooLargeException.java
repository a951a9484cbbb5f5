package org.diachi.landuse;

/** A question about so much land that its answer would take too long; the message says how much. */
public final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message how much there is, as a clause */
    public TooLargeException(String message) {
        super(message);
    }
}
