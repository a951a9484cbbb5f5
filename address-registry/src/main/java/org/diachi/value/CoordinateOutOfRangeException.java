package org.diachi.value;

/** A coordinate that does not exist in its system or has no image in another: a fault of the data or of the caller. */
public final class CoordinateOutOfRangeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    CoordinateOutOfRangeException(String message) {
        super(message);
    }

    CoordinateOutOfRangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
