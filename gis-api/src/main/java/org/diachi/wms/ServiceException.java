package org.diachi.wms;

import org.jspecify.annotations.Nullable;

/** What is wrong with a request, as OGC services tell it. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A parameter has a value that cannot be (OGC 06-121r3, table 27). */
    public static final String INVALID_VALUE = "InvalidParameterValue";

    /** A parameter is missing. */
    public static final String MISSING_VALUE = "MissingParameterValue";

    private final @Nullable String code;
    private final @Nullable String locator;

    /**
     * An exception.
     *
     * @param code of the standard
     * @param locator the parameter it is about
     */
    public ServiceException(@Nullable String code, @Nullable String locator, String message) {
        this(code, locator, message, null);
    }

    /** An exception that has a cause. */
    public ServiceException(
            @Nullable String code, @Nullable String locator, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.locator = locator;
    }

    /** The code of the standard, if it has one for this. */
    public @Nullable String code() {
        return code;
    }

    /** The parameter it is about. */
    public @Nullable String locator() {
        return locator;
    }

    /** What is wrong. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
