package org.diachi.pack;

import org.jspecify.annotations.Nullable;

/** There is more on a part of the ground than is read from the register for one picture. */
public final class TooMuchGroundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchGroundException(String message) {
        super(message);
    }

    TooMuchGroundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
