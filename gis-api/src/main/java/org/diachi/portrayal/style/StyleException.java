package org.diachi.portrayal.style;

/** A style that cannot be used; the message says what is wrong and where, for whoever wrote the style. */
public final class StyleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StyleException(String message) {
        super(message);
    }

    public StyleException(String message, Throwable cause) {
        super(message, cause);
    }
}
