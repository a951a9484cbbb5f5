package org.diachi.plate;

/** A plate that cannot be drawn; the message says why and how to mend it. */
public final class PlateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlateException(String message) {
        super(message);
    }
}
